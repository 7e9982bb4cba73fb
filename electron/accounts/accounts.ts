import { randomUUID } from 'node:crypto';
import type { AppErrorCode } from '../../shared/app-error.ts';
import type { AccountDetails } from '../../shared/model/account-details.ts';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { AccountId, EpochMs } from '../../shared/model/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Activity } from '../activity/activity.ts';
import type { EventBus } from '../event-bus.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { PlexClient, SignedIn } from '../plex/plex-client.ts';
import { jwtEnd } from '../plex/jwt-end.ts';
import { maskToken } from '../plex/mask-token.ts';
import { toAccountDetails } from '../plex/to-account-details.ts';
import type { Clock } from '../ports.ts';
import type { AccountEntry, IndexContent } from '../profile/index-content.ts';
import type { UsherIndex } from '../profile/usher-index.ts';
import type { ServerTime } from '../time/server-time.ts';
import type { SecretKeeper } from '../vault/secret-keeper.ts';
import type { Avatars } from './avatars.ts';
import { belowTheirAccount } from './below-their-account.ts';
import { factsOf } from './facts-of.ts';
import { createRemovalMarks } from './removal-marks.ts';
import { summarizeAccount } from './summarize-account.ts';
import { withEntry } from './with-entry.ts';

/** The accounts that are signed in here. */
export interface Accounts {
  summaries(): readonly AccountSummary[];
  find(accountId: AccountId): Result<AccountEntry>;
  /** The account token, read from the vault for this one use. */
  token(accountId: AccountId): Promise<Result<string>>;
  /**
   * Puts an account in; one that is here already gets the new token and keeps its place. With `homeOf`, it is a Home user
   * that was switched to from that account, and `account.notFound` when that one is gone or going.
   */
  put(signedIn: SignedIn, homeOf?: AccountId): Promise<Result<PutAccount>>;
  /** Asks plex.tv for the account behind the token. */
  load(accountId: AccountId): Promise<Result<AccountDetails>>;
  /** Asks plex.tv something with the account token, and takes the outcome as news of that token. */
  ask<T>(accountId: AccountId, question: Question<T>): Promise<Result<T>>;
  /** What the person writes about the account. */
  setNote(accountId: AccountId, note: string): Promise<Result<null>>;
  /** Asks plex.tv for the account, for nothing but the verdict. */
  check(accountId: AccountId): Promise<Result<null>>;
  /** Tells plex.tv that the token is in use. That it answers speaks for nothing; a rejection is looked into. */
  ping(accountId: AccountId): Promise<Result<null>>;
  /** Told of every outcome that is news of an account's token, before it is noted. */
  onAsked(listener: AskedListener): void;
  /** Notes in the index that the account is being removed; `profile.busy` when another process is at that. */
  mark(accountId: AccountId, removal: Removal): Promise<Result<null>>;
  /** Notes that it stays after all; with a token that is of no more use, if that was revoked already. */
  unmark(accountId: AccountId, isRevoked: boolean): Promise<Result<null>>;
  /** Deletes the secret of a marked account, then takes its entry out. One that was signed in anew meanwhile stays. */
  remove(accountId: AccountId): Promise<Result<null>>;
  /** Takes the account off the list at once; its token stays in the vault until its sign-out is finished. */
  leave(accountId: AccountId): Promise<Result<null>>;
  /** Undoes a `put`, unless the account has got another token since. */
  takeBack(put: PutAccount): Promise<Result<null>>;
  /** Forgets what is held in memory of an account that another process removed. */
  forget(accountId: AccountId): void;
  /** Tells everything anew: another process changed it. */
  tell(): void;
}

/** What is still to be done: the token revoked at Plex, then everything removed here, or the latter alone. */
export type Removal = 'revoking' | 'removing';

export type AskedListener = (account: AccountEntry, outcome: Result<unknown>) => void;

export type Question<T> = (token: string) => Promise<Result<T>>;

export interface PutAccount {
  readonly accountId: AccountId;
  readonly secretKey: string;
  readonly title: string;
  readonly wasReplaced: boolean;
}

export interface AccountsDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly plex: PlexClient;
  readonly avatars: Avatars;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly time: ServerTime;
  readonly events: EventBus;
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const { index, keeper, plex, avatars, activity, clock, time, events } = deps;
  // A put and a removal of one account at once would each go by an entry that the other has changed.
  const inTurn = oneAtATime();
  const listeners = new Set<AskedListener>();
  /** Why the last question had no answer; not worth a place in the profile. */
  const unansweredBecause = new Map<AccountId, AppErrorCode>();

  const summaries = (): readonly AccountSummary[] =>
    belowTheirAccount(index.content().accounts).map((entry) =>
      summarizeAccount(
        entry,
        unansweredBecause.get(entry.id) ?? null,
        avatars.pathOf(entry.id, entry.thumbUrl),
        time,
      ),
    );
  const tell = (): void => events.emit('accounts.changed', summaries());
  avatars.onChanged(tell);
  time.onMoved(tell);

  const find = (accountId: AccountId): Result<AccountEntry> => {
    const entry = index.content().accounts.find((one) => one.id === accountId);
    return entry === undefined ? err({ code: 'account.notFound' }) : ok(entry);
  };

  const change = async (
    accountId: AccountId,
    changed: (entry: AccountEntry) => AccountEntry,
  ): Promise<Result<null>> => {
    const updated = await index.update(changeAccount(accountId, changed));
    tell();
    return updated;
  };

  /** The token, and the entry it is of: that of now, when another process replaced it just before. */
  const readToken = async (
    accountId: AccountId,
  ): Promise<Result<{ readonly entry: AccountEntry; readonly secret: string }>> => {
    const entry = find(accountId);
    if (!entry.ok) return entry;
    const read = await keeper.read(entry.value.secretKey);
    if (read.ok) return ok({ entry: entry.value, secret: read.value });
    const present = find(accountId);
    if (!present.ok) return present;
    return present.value.secretKey === entry.value.secretKey ? read : readToken(accountId);
  };

  const token = async (accountId: AccountId): Promise<Result<string>> => {
    const read = await readToken(accountId);
    return read.ok ? ok(read.value.secret) : read;
  };

  const record = (kind: 'proved' | 'rejected', account: AccountEntry): void =>
    activity.record({ kind, what: 'accountToken', account });

  const tellListeners = (entry: AccountEntry, outcome: Result<unknown>): void => {
    for (const listener of listeners) listener(entry, outcome);
  };

  /** News of a token that was replaced meanwhile is no news of the account. */
  const noteVerdict = async (
    { id, secretKey }: AccountEntry,
    outcome: Result<unknown>,
  ): Promise<void> => {
    const now = clock.now();
    const noteIt = (changed: (entry: AccountEntry) => AccountEntry): Promise<unknown> =>
      change(id, (entry) => (entry.secretKey === secretKey ? changed(entry) : entry));
    const present = find(id);
    if (!present.ok || present.value.secretKey !== secretKey) return;
    const wasRejected = present.value.rejectedAt !== null;
    tellListeners(present.value, outcome);
    if (outcome.ok) {
      if (wasRejected) record('proved', present.value);
      unansweredBecause.delete(id);
      await noteIt((entry) => ({ ...entry, lastProvedAt: now, rejectedAt: null }));
    } else if (outcome.error.code === 'token.rejected') {
      unansweredBecause.delete(id);
      if (!wasRejected) record('rejected', present.value);
      await noteIt((entry) => ({ ...entry, rejectedAt: entry.rejectedAt ?? now }));
    } else {
      unansweredBecause.set(id, outcome.error.code);
      tell();
    }
  };

  /** Asks, and takes the outcome as news of the token. */
  const askAs = async <T>(
    accountId: AccountId,
    question: Question<T>,
    kind: 'user' | 'other' | 'ping',
  ): Promise<Result<T>> => {
    const read = await readToken(accountId);
    if (!read.ok) return read;
    const { entry, secret } = read.value;
    const outcome = await question(secret);
    if (outcome.ok && kind === 'ping') return outcome;
    const isBlame = !outcome.ok && outcome.error.code === 'token.rejected';
    if (kind === 'other' && isOneDoors(outcome)) {
      // It may want to be left alone, which is to be heeded.
      tellListeners(entry, outcome);
      return outcome;
    }
    if (!isBlame || kind === 'user') {
      await noteVerdict(entry, outcome);
      return outcome;
    }
    // The account itself is asked before its token is blamed for what one door of Plex said.
    const asked = await plex.getAccount(secret);
    await noteVerdict(entry, asked);
    if (asked.ok) return err({ code: 'plex.refused', status: 401, plexCode: null });
    return asked.error.code === 'token.rejected' ? outcome : asked;
  };

  const ask = <T>(accountId: AccountId, question: Question<T>): Promise<Result<T>> =>
    askAs(accountId, question, 'other');

  const { mark, unmark } = createRemovalMarks({ run: index.run, clock, find, change });

  const put = async (signedIn: SignedIn, homeOf: AccountId | null): Promise<Result<PutAccount>> => {
    const facts = factsOf(signedIn.account);
    const admin = homeOf === null ? null : find(homeOf);
    if (admin !== null && !admin.ok) return admin;
    const now = clock.now();
    const masked = maskToken(signedIn.token);
    const newId = randomUUID() as AccountId;
    // As the commit finds it: another process may sign in to the same account right now.
    let known: AccountEntry | undefined;
    const kept = await keeper.keep(signedIn.token, {
      subject: 'account',
      // An account of this session only is gone at the next start, and its Home users with it.
      ...(admin?.value.storage === 'session' ? { storage: 'session' } : {}),
      commit: (content, secret) => {
        // By whom it was got as well: somebody who signed in here and is in the Home of another account has two tokens,
        // each with a life of its own. The one must not take the other's place, nor go when that is signed out.
        known = content.accounts.find(
          (entry) => entry.uuid === facts.uuid && entry.homeOf === homeOf,
        );
        if (homeOf !== null && !isStaying(content, homeOf)) return content;
        return withEntry(content, {
          id: known?.id ?? newId,
          ...facts,
          ...secret,
          lastFour: masked.lastFour,
          tokenKind: masked.kind,
          tokenEndsAt: jwtEnd(signedIn.token),
          addedAt: known?.addedAt ?? now,
          signedInAt: now,
          lastProvedAt: now,
          rejectedAt: null,
          lastPingedAt: null,
          isFailureTold: false,
          note: known?.note ?? '',
          isSigningOut: false,
          isRevoking: false,
          signingOutBy: null,
          homeOf,
        });
      },
    });
    const wasReplaced = known !== undefined;
    const accountId = known?.id ?? newId;
    unansweredBecause.delete(accountId);
    tell();
    if (!kept.ok) return kept;
    if (kept.value === null) {
      if (homeOf !== null) return err({ code: 'account.notFound' });
      throw new Error('An account that was put in is not in.');
    }
    avatars.fetch(accountId, facts.thumbUrl);
    const { secretKey, storage } = kept.value;
    activity.record({
      kind: 'signedIn',
      what: 'accountToken',
      account: { id: accountId, title: facts.title, storage },
    });
    return ok({ accountId, secretKey, title: facts.title, wasReplaced });
  };

  const removeEntry = async ({ id, secretKey }: AccountEntry): Promise<Result<null>> => {
    const dropped = await keeper.drop(secretKey, (content) => ({
      ...content,
      accounts: content.accounts.filter((one) => one.secretKey !== secretKey),
    }));
    if (dropped.ok) avatars.forget(id);
    tell();
    return dropped;
  };

  return {
    summaries,
    find,
    token,
    ask,
    check: async (accountId) => {
      const asked = await askAs(accountId, (read) => plex.getAccount(read), 'user');
      return asked.ok ? ok(null) : asked;
    },
    ping: (accountId) => askAs(accountId, (read) => plex.ping(read), 'ping'),
    onAsked: (listener) => void listeners.add(listener),
    setNote: async (accountId, note) => {
      const account = find(accountId);
      return account.ok ? change(accountId, (entry) => ({ ...entry, note })) : account;
    },
    mark,
    unmark,
    put: (signedIn, homeOf) => inTurn(() => put(signedIn, homeOf ?? null)),
    load: async (accountId) => {
      const account = await askAs(accountId, (read) => plex.getAccount(read), 'user');
      if (!account.ok) return account;
      const facts = factsOf(account.value);
      await change(accountId, (entry) => ({ ...entry, ...facts, uuid: entry.uuid }));
      avatars.fetch(accountId, facts.thumbUrl);
      return ok(toAccountDetails(accountId, clock.now(), account.value));
    },
    remove: (accountId) =>
      inTurn(async () => {
        const entry = find(accountId);
        if (!entry.ok) return entry;
        return entry.value.isSigningOut ? removeEntry(entry.value) : ok(null);
      }),
    leave: (accountId) =>
      inTurn(async () => {
        const left = await index.update(toWaiting(accountId, index.run.id, clock.now()));
        if (left.ok) avatars.forget(accountId);
        tell();
        return left;
      }),
    takeBack: ({ accountId, secretKey }) =>
      inTurn(async () => {
        const entry = find(accountId);
        if (!entry.ok || entry.value.secretKey !== secretKey) return ok(null);
        const marked = await mark(accountId, 'removing');
        return marked.ok ? removeEntry(entry.value) : marked;
      }),
    forget: (accountId) => {
      unansweredBecause.delete(accountId);
      avatars.forget(accountId);
    },
    tell,
  };
}

/** Plex answered, and not about the token: no news of that. Where nothing of Plex answered, the token can't be asked about either. */
const isOneDoors = (outcome: Result<unknown>): boolean =>
  !outcome.ok &&
  outcome.error.code !== 'token.rejected' &&
  !outcome.error.code.startsWith('network.');

const isStaying = (content: IndexContent, accountId: AccountId): boolean =>
  content.accounts.some((one) => one.id === accountId && !one.isSigningOut);

const toWaiting =
  (accountId: AccountId, runId: string, askedAt: EpochMs) =>
  (content: IndexContent): IndexContent => {
    // One that was signed in anew meanwhile stays.
    const isLeaving = ({ id, signingOutBy }: AccountEntry): boolean =>
      id === accountId && signingOutBy === runId;
    return {
      ...content,
      accounts: content.accounts.filter((entry) => !isLeaving(entry)),
      waitingSignOuts: [
        ...content.waitingSignOuts,
        ...content.accounts
          .filter(isLeaving)
          .map(({ id, title, secretKey, storage, lastFour }) => ({
            ...{ id, title, secretKey, storage, lastFour },
            askedAt,
          })),
      ],
    };
  };

const changeAccount =
  (accountId: AccountId, changed: (entry: AccountEntry) => AccountEntry) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    accounts: content.accounts.map((entry) => (entry.id === accountId ? changed(entry) : entry)),
  });
