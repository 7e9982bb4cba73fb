import { randomUUID } from 'node:crypto';
import type { RejectionCause } from '../../../shared/errors.ts';
import type { AccountId, ServerId, TransientTokenId } from '../../../shared/model/ids.ts';
import type { ServerRef } from '../../../shared/model/server.ts';
import {
  transientLifeMs,
  type TransientTokenSummary,
  type Verdict,
} from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Route, WireServer } from '../../plex/wire/resources.ts';
import type { Clock, Log } from '../../ports.ts';
import {
  withChanged,
  type IndexContent,
  type TransientTokenEntry,
} from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { KeepOptions, SecretKeeper } from '../../storage/secret-keeper.ts';
import type { ServerTime } from '../server-time.ts';
import { maskToken } from '../../token-text.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { News, VerdictBook } from '../verdicts/verdict-book.ts';
import { createExpiryWatch } from './expiry-watch.ts';

/** Mints transient tokens and keeps the list of them. */
export interface TransientTokens {
  summaries(): readonly TransientTokenSummary[];
  find(tokenId: TransientTokenId): Result<TransientTokenEntry>;
  /** Also one that has expired; null when there is none. */
  entry(tokenId: TransientTokenId): TransientTokenEntry | null;
  /** The one that was minted last for a server, of those that may still work where there is one; null without any. */
  latest(server: ServerRef): TransientTokenEntry | null;
  summarize(entry: TransientTokenEntry): TransientTokenSummary;
  /**
   * The one that is this token, also one that has expired; only the keychain is asked, and its error told where it does
   * not say. Null when it is none of them.
   */
  recognize(token: string): Promise<Result<TransientTokenSummary | null>>;
  /** What its server said of it; `because` tells why it was rejected, where that is known. */
  noteVerdict(
    tokenId: TransientTokenId,
    outcome: Result<unknown>,
    because?: RejectionCause,
  ): Promise<News>;
  /** Mints one that goes into the vault and the list. Asked twice at once, it mints once. */
  mint(accountId: AccountId, serverId: ServerId): Promise<Result<MintedToken>>;
  /** The same for the account and server of an old one, which is forgotten. */
  mintAnew(tokenId: TransientTokenId): Promise<Result<MintedToken>>;
  /** Mints one that is kept nowhere. */
  borrow(accountId: AccountId, serverId: ServerId): Promise<Result<BorrowedToken>>;
  forget(tokenId: TransientTokenId): Promise<Result<null>>;
  forgetAllOf(accountId: AccountId): Promise<Result<null>>;
  /** Tells what runs out, and drops what ran out a day ago, now and from now on. */
  watchExpiry(): Promise<void>;
  /** Drops what ran out a day ago, for a face that does not stay; so many at most. */
  dropExpired(mostCount: number): Promise<void>;
  /** Tells the list anew: another process changed it. */
  emit(): void;
  close(): void;
}

/** A token that is good by now, and on its way into the vault: whoever waits for the token need not wait for that. */
export interface MintedToken extends BorrowedToken {
  /** It will have in the list, once it is kept. */
  readonly id: TransientTokenId;
  /** Once it is kept, or can't be. `account.notFound` when its account was signed out meanwhile: then nobody may have it. */
  readonly kept: Promise<Result<TransientTokenSummary>>;
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
  const minting = new Map<string, Promise<Result<MintedToken>>>();

  const entries = (): readonly TransientTokenEntry[] =>
    index.content().transientTokens.filter((entry) => !entry.isForgotten);

  const summarize = (entry: TransientTokenEntry): TransientTokenSummary =>
    summarizeToken(entry, time, book.verdict(entry));

  const summaries = (): readonly TransientTokenSummary[] =>
    entries()
      .map(summarize)
      .sort((one, other) => other.mintedAt - one.mintedAt);

  const emitState = (): void => events.emit({ tokens: summaries() });

  const borrow = (accountId: AccountId, serverId: ServerId): Promise<Result<BorrowedToken>> =>
    servers.askServer(accountId, serverId, async ({ server, route, accessToken }) => {
      const minted = await plex.mintTransientToken(route, accessToken);
      return minted.ok ? ok({ secret: minted.value, server, route }) : minted;
    });

  /** Not kept when its account was signed out meanwhile: nothing of that is to stay behind. */
  const keep = async (
    entry: NewTokenEntry,
    secret: string,
    replaced: TransientTokenId | null,
  ): Promise<Result<null>> => {
    const commit: KeepOptions['commit'] = (content, kept) => {
      if (!isSignedIn(content, entry.accountId)) return content;
      // In one step, so that the list never shows both, nor neither.
      const { transientTokens } =
        replaced === null
          ? content
          : withChanged('transientTokens', replaced, marked(true))(content);
      return { ...content, transientTokens: [...transientTokens, { ...entry, ...kept }] };
    };
    const account = accounts.find(entry.accountId);
    // SECURITY: an account that is held until Usher quits leaves nothing behind, and what is minted for it neither.
    const isUntilQuit = account.ok && account.value.storage === 'session';
    const options: KeepOptions = {
      subject: 'transient-token',
      commit,
      ...(isUntilQuit ? { storage: 'session' } : {}),
    };
    let kept = await keeper.keep(secret, options);
    if (!kept.ok) {
      // Minted and good: it is not lost for a keychain that fails, but held for this session and labelled so.
      log.warn('token.heldInSession', { code: kept.error.code });
      kept = await keeper.keep(secret, { ...options, storage: 'session' });
    }
    if (!kept.ok) return kept;
    return kept.value === null ? err({ code: 'account.notFound' }) : ok(null);
  };

  const mintNow = async (
    accountId: AccountId,
    serverId: ServerId,
    replaced: TransientTokenId | null,
  ): Promise<Result<MintedToken>> => {
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
      expiresAt: now + transientLifeMs,
      isForgotten: false,
      lastProvedAt: clock.now(),
      rejectedAt: null,
      rejectedBecause: null,
    };
    const kept = keep(entry, secret, replaced).then((outcome) => {
      emitState();
      expiry.plan();
      if (!outcome.ok) return outcome;
      activity.record({ kind: 'minted', what: 'transientToken', account: account.value, server });
      const found = find(entry.id);
      return found.ok ? ok(summarize(found.value)) : found;
    });
    return ok({ ...minted.value, id: entry.id, kept });
  };

  const mint = (
    accountId: AccountId,
    serverId: ServerId,
    replaced: TransientTokenId | null = null,
  ): Promise<Result<MintedToken>> => {
    const key = JSON.stringify([accountId, serverId, replaced]);
    const running = minting.get(key);
    if (running !== undefined) return running;
    const started = mintNow(accountId, serverId, replaced);
    minting.set(key, started);
    void started
      .then((minted) => (minted.ok ? minted.value.kept : null))
      .finally(() => minting.delete(key));
    return started;
  };

  /** Marked first, so that the next start goes on with what is cut short. */
  const forget = async (entry: TransientTokenEntry): Promise<Result<null>> => {
    const mark = (isForgotten: boolean): Promise<Result<null>> =>
      index.change('transientTokens', entry.id, marked(isForgotten));
    const begun = await mark(true);
    if (!begun.ok) return begun;
    const dropped = await keeper.drop(entry.secretKey);
    // Still there, so still listed. When only the index could not be written, or when an earlier run had been told to
    // forget it, the mark stays, and the next start goes on.
    const isStillThere = !dropped.ok && dropped.error.code.startsWith('vault.');
    if (isStillThere && !entry.isForgotten) await mark(false);
    emitState();
    return dropped;
  };

  /** Stops at the first that can't be deleted. */
  const forgetEach = async (those: readonly TransientTokenEntry[]): Promise<Result<null>> => {
    for (const entry of those) {
      const forgotten = await forget(entry);
      if (!forgotten.ok) return forgotten;
    }
    return ok(null);
  };

  const listed = (tokenId: TransientTokenId): TransientTokenEntry | null =>
    entries().find((one) => one.id === tokenId) ?? null;

  const find = (tokenId: TransientTokenId): Result<TransientTokenEntry> => {
    const entry = listed(tokenId);
    if (entry === null) return err({ code: 'token.notFound' });
    return entry.expiresAt <= time.now() ? err({ code: 'token.expired' }) : ok(entry);
  };

  const latest = ({ accountId, serverId }: ServerRef): TransientTokenEntry | null => {
    const [first, ...others] = entries()
      .filter((one) => one.accountId === accountId && one.serverId === serverId)
      .sort((one, other) => other.mintedAt - one.mintedAt);
    if (first === undefined) return null;
    const mayWork = ({ rejectedAt, expiresAt }: TransientTokenEntry): boolean =>
      rejectedAt === null && expiresAt > time.now();
    return [first, ...others].find(mayWork) ?? first;
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
    ...{ clock, time, emit: emitState, forgetEach },
    entries: () => index.content().transientTokens,
  });

  return {
    summaries,
    find,
    entry: listed,
    latest,
    summarize,
    recognize: async (token) => {
      const { kind, lastFour } = maskToken(token);
      if (kind !== 'transient') return ok(null);
      let unclear: Result<never> | null = null;
      // The keychain is asked only where it could say yes: it may have to ask the person.
      for (const entry of entries().filter((one) => one.lastFour === lastFour)) {
        const held = await keeper.read(entry.secretKey);
        if (held.ok && held.value === token) return ok(summarize(entry));
        if (!held.ok) unclear = held;
      }
      return unclear ?? ok(null);
    },
    mint: (accountId, serverId) => mint(accountId, serverId),
    mintAnew: async (tokenId) => {
      const old = listed(tokenId);
      if (old === null) return err({ code: 'token.notFound' });
      const minted = await mint(old.accountId, old.serverId, old.id);
      if (!minted.ok) return minted;
      const kept = minted.value.kept.then(async (outcome) => {
        // It is marked by now: what the keychain does not let go of today goes later.
        if (outcome.ok) await forget({ ...old, isForgotten: true });
        return outcome;
      });
      return ok({ ...minted.value, kept });
    },
    noteVerdict: async (tokenId, outcome, because) => {
      const entry = listed(tokenId);
      const news = entry === null ? null : await book.note(entry, outcome, because);
      emitState();
      return news;
    },
    borrow,
    forget: async (tokenId) => {
      const entry = listed(tokenId);
      if (entry === null) return err({ code: 'token.notFound' });
      const forgotten = await forget(entry);
      if (forgotten.ok) noteForgotten(entry);
      return forgotten;
    },
    forgetAllOf: (accountId) =>
      forgetEach(index.content().transientTokens.filter((one) => one.accountId === accountId)),
    watchExpiry: () => expiry.begin(),
    dropExpired: (mostCount) => expiry.dropOver(mostCount),
    emit: () => {
      emitState();
      expiry.plan();
    },
    close: () => expiry.close(),
  };
}

/** What is known of a token before there is a place for it. */
type NewTokenEntry = Omit<TransientTokenEntry, 'secretKey' | 'storage'>;

const isSignedIn = (content: IndexContent, accountId: AccountId): boolean =>
  content.accounts.some((one) => one.id === accountId && !one.isSigningOut);

const marked =
  (isForgotten: boolean) =>
  (entry: TransientTokenEntry): TransientTokenEntry => ({ ...entry, isForgotten });

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
