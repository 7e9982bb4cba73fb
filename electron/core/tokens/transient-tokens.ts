import { randomUUID } from 'node:crypto';
import type { RejectionCause } from '../../../shared/errors.ts';
import type { AccountId, ServerId, TransientTokenId } from '../../../shared/model/ids.ts';
import type { TransientTokenSummary, Verdict } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Route, WireServer } from '../../plex/wire/resources.ts';
import type { Clock, Log } from '../../ports.ts';
import type { TransientTokenEntry } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import type { ServerTime } from '../server-time.ts';
import { HOUR_MS } from '../../timing.ts';
import { maskToken } from '../../token-text.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { News, VerdictBook } from '../verdicts/verdict-book.ts';
import { createExpiryWatch } from './expiry-watch.ts';
import { createKeepMinted, createTokenForgetting, type NewTokenEntry } from './token-list.ts';

/** "Up to 48 hours"; a restart of the server ends it earlier (https://developer.plex.tv/pms/, `/security/token`). */
const lifeMs = 48 * HOUR_MS;

/** Mints transient tokens and keeps the list of them. */
export interface TransientTokens {
  summaries(): readonly TransientTokenSummary[];
  find(tokenId: TransientTokenId): Result<TransientTokenEntry>;
  /** Also one that has expired; null when there is none. */
  entry(tokenId: TransientTokenId): TransientTokenEntry | null;
  /** What its server said of it; `because` tells why it was rejected, where that is known. */
  noteVerdict(
    tokenId: TransientTokenId,
    outcome: Result<unknown>,
    because?: RejectionCause,
  ): Promise<News>;
  /** Mints one and puts it into the vault and the list. Asked twice at once, it mints once. */
  mint(accountId: AccountId, serverId: ServerId): Promise<Result<TransientTokenSummary>>;
  /** The same for the account and server of an old one, which is forgotten. */
  mintAnew(tokenId: TransientTokenId): Promise<Result<TransientTokenSummary>>;
  /** Mints one that is kept nowhere. */
  borrow(accountId: AccountId, serverId: ServerId): Promise<Result<BorrowedToken>>;
  forget(tokenId: TransientTokenId): Promise<Result<null>>;
  forgetAllOf(accountId: AccountId): Promise<Result<null>>;
  /** Tells what runs out, and drops what ran out a day ago, now and from now on. */
  watchExpiry(): Promise<void>;
  /** Drops what ran out a day ago, for a face that does not stay; so many at most. */
  dropExpired(mostCount: number): Promise<void>;
  /** Tells the list anew: another process changed it. */
  tell(): void;
  close(): void;
}

export interface BorrowedToken {
  readonly secret: string;
  readonly server: WireServer;
  /** The address it was minted at. */
  readonly route: Route;
}

export interface TransientTokensDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly plex: PlexClient;
  readonly activity: Activity;
  readonly book: VerdictBook;
  readonly clock: Clock;
  readonly time: ServerTime;
  readonly events: EventBus;
  readonly log: Log;
}

export function createTransientTokens(deps: TransientTokensDeps): TransientTokens {
  const { index, keeper, accounts, servers, plex, activity, book, clock, time } = deps;
  const { events, log } = deps;
  const minting = new Map<string, Promise<Result<TransientTokenSummary>>>();
  const keep = createKeepMinted({ keeper, log });

  const entries = (): readonly TransientTokenEntry[] =>
    index.content().transientTokens.filter((entry) => !entry.isForgotten);

  const summarize = (entry: TransientTokenEntry): TransientTokenSummary =>
    summarizeToken(entry, time, book.verdict(entry));

  const summaries = (): readonly TransientTokenSummary[] =>
    entries()
      .map(summarize)
      .sort((one, other) => other.mintedAt - one.mintedAt);

  const tell = (): void => events.emit({ tokens: summaries() });

  const forgetting = createTokenForgetting({ index, keeper, tell });

  const borrow = (accountId: AccountId, serverId: ServerId): Promise<Result<BorrowedToken>> =>
    servers.askServer(accountId, serverId, async ({ server, route, accessToken }) => {
      const minted = await plex.mintTransientToken(route, accessToken);
      return minted.ok ? ok({ secret: minted.value, server, route }) : minted;
    });

  const mintNow = async (
    accountId: AccountId,
    serverId: ServerId,
    replaced: TransientTokenId | null,
  ): Promise<Result<TransientTokenSummary>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const minted = await borrow(accountId, serverId);
    if (!minted.ok) return minted;
    const { secret, server } = minted.value;

    const now = time.now();
    const entry: NewTokenEntry = {
      id: randomUUID() as TransientTokenId,
      accountId,
      accountName: account.value.title,
      serverId,
      serverName: server.name,
      lastFour: maskToken(secret).lastFour,
      mintedAt: now,
      expiresAt: now + lifeMs,
      isForgotten: false,
      lastProvedAt: clock.now(),
      rejectedAt: null,
      rejectedBecause: null,
    };
    const kept = await keep(entry, secret, replaced);
    tell();
    expiry.plan();
    if (!kept.ok) return kept;
    activity.record({
      kind: 'minted',
      what: 'transientToken',
      account: account.value,
      server,
    });
    const found = find(entry.id);
    return found.ok ? ok(summarize(found.value)) : found;
  };

  const mint = (
    accountId: AccountId,
    serverId: ServerId,
    replaced: TransientTokenId | null = null,
  ): Promise<Result<TransientTokenSummary>> => {
    const key = JSON.stringify([accountId, serverId, replaced]);
    const running = minting.get(key);
    if (running !== undefined) return running;
    const started = mintNow(accountId, serverId, replaced).finally(() => minting.delete(key));
    minting.set(key, started);
    return started;
  };

  const find = (tokenId: TransientTokenId): Result<TransientTokenEntry> => {
    const entry = entries().find((one) => one.id === tokenId);
    if (entry === undefined) return err({ code: 'token.notFound' });
    return entry.expiresAt <= time.now() ? err({ code: 'token.expired' }) : ok(entry);
  };

  const noteForgotten = ({ accountId, serverId, serverName }: TransientTokenEntry): void => {
    const account = accounts.find(accountId);
    if (!account.ok) return;
    activity.record({
      kind: 'forgotten',
      what: 'transientToken',
      account: account.value,
      server: { id: serverId, name: serverName },
    });
  };

  const expiry = createExpiryWatch({
    ...{ clock, time, tell, forgetEach: (those) => forgetting.forgetEach(those) },
    entries: () => index.content().transientTokens,
  });

  return {
    summaries,
    find,
    entry: (tokenId) => entries().find((one) => one.id === tokenId) ?? null,
    mint: (accountId, serverId) => mint(accountId, serverId),
    mintAnew: async (tokenId) => {
      const old = entries().find((one) => one.id === tokenId);
      if (old === undefined) return err({ code: 'token.notFound' });
      const minted = await mint(old.accountId, old.serverId, old.id);
      // It is marked by now: what the keychain does not let go of today goes later.
      if (minted.ok) await forgetting.forget({ ...old, isForgotten: true });
      return minted;
    },
    noteVerdict: async (tokenId, outcome, because) => {
      const entry = entries().find((one) => one.id === tokenId);
      const news = entry === undefined ? null : await book.note(entry, outcome, because);
      tell();
      return news;
    },
    borrow,
    forget: async (tokenId) => {
      const entry = entries().find((one) => one.id === tokenId);
      if (entry === undefined) return err({ code: 'token.notFound' });
      const forgotten = await forgetting.forget(entry);
      if (forgotten.ok) noteForgotten(entry);
      return forgotten;
    },
    forgetAllOf: (accountId) =>
      forgetting.forgetEach(
        index.content().transientTokens.filter((one) => one.accountId === accountId),
      ),
    watchExpiry: () => expiry.begin(),
    dropExpired: (mostCount) => expiry.dropOver(mostCount),
    tell: () => {
      tell();
      expiry.plan();
    },
    close: () => expiry.close(),
  };
}

/** The page's view of a transient token, as of now. */
function summarizeToken(
  entry: TransientTokenEntry,
  time: Pick<ServerTime, 'now' | 'toLocal'>,
  verdict: Verdict,
): TransientTokenSummary {
  // Once for both, so that the clock does not tick between them.
  const toLocalMs = time.toLocal(0);
  return {
    id: entry.id,
    accountId: entry.accountId,
    accountName: entry.accountName,
    serverId: entry.serverId,
    serverName: entry.serverName,
    token: { kind: 'transient', lastFour: entry.lastFour },
    storage: entry.storage,
    mintedAt: entry.mintedAt + toLocalMs,
    expiresAt: entry.expiresAt + toLocalMs,
    verdict,
    remainingMs: Math.max(0, entry.expiresAt - time.now()),
  };
}
