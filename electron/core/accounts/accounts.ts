import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Verdict } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { VerdictBook } from '../verdicts/verdict-book.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { SignedIn } from '../../plex/plex-tv/account.ts';
import type { Clock } from '../../ports.ts';
import { withoutEntry, type AccountEntry } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import type { ServerTime } from '../server-time.ts';
import { oneAtATime } from '../../timing.ts';
import { maskToken } from '../../token-text.ts';
import { createAccountLoader, type AccountLoader } from './account-loader.ts';
import { createPutAccount, type PutAccount, type PutOptions } from './account-entries.ts';
import {
  createAccountQuestions,
  type AccountQuestions,
  type AskedListener,
  type Question,
} from './account-questions.ts';
import type { Avatars } from './avatars.ts';

/** The accounts that are signed in here. */
export interface Accounts {
  summaries(): readonly AccountSummary[];
  find(accountId: AccountId): Result<AccountEntry>;
  /** The account token, read from the vault for this one use. */
  token(accountId: AccountId): Promise<Result<string>>;
  /**
   * Puts an account in; one that is here already gets the new token and keeps its place. With `homeOf`, it is a Home user
   * that was switched to from that account, and `account.notFound` when that one is gone or going. Where the same user
   * stands here once more, with a token that Plex ended for this one, it goes there too.
   */
  put(signedIn: SignedIn, options?: PutOptions): Promise<Result<PutAccount>>;
  /**
   * Takes the new token of somebody who is here to wherever Plex has ended the one that is kept. To be called for one that
   * is put nowhere.
   */
  renew(signedIn: SignedIn): Promise<void>;
  load: AccountLoader['load'];
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
  /** Undoes a `put`, unless the account has got another token since. */
  takeBack(put: PutAccount): Promise<Result<null>>;
  /** Tells everything anew: another process changed it. */
  emit(): void;
}

export interface AccountsDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly plex: PlexClient;
  readonly avatars: Avatars;
  readonly activity: Activity;
  readonly book: VerdictBook;
  readonly clock: Clock;
  readonly time: ServerTime;
  readonly events: EventBus;
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const { index, keeper, plex, avatars, activity, book, clock, time, events } = deps;
  // Two puts of one account at once would each go by an entry that the other has changed.
  const inTurn = oneAtATime();

  const summaries = (): readonly AccountSummary[] =>
    belowTheirAccount(index.content().accounts).map((entry) =>
      summarizeAccount(entry, book.verdict(entry), avatars.pathOf(entry.id, entry.thumbUrl), time),
    );
  const emitState = (): void => events.emit({ accounts: summaries() });
  avatars.onChanged(emitState);
  time.onMoved(emitState);

  const find = (accountId: AccountId): Result<AccountEntry> => {
    const entry = index.content().accounts.find((one) => one.id === accountId);
    return entry === undefined ? err({ code: 'account.notFound' }) : ok(entry);
  };

  const change = async (
    accountId: AccountId,
    changed: (entry: AccountEntry) => AccountEntry,
  ): Promise<Result<null>> => {
    const updated = await index.change('accounts', accountId, changed);
    emitState();
    return updated;
  };

  const questions = createAccountQuestions({
    keeper,
    plex,
    activity,
    book,
    find,
    change,
    emit: emitState,
  });
  const put = createPutAccount({
    ...{ keeper, avatars, activity, clock, find },
    onChanged: emitState,
  });

  const loader = createAccountLoader({ questions, plex, avatars, clock, find, change });
  const renewElsewhere = createRenewElsewhere({ index, plex, questions, put });

  return {
    summaries,
    find,
    token: (accountId) => questions.token(accountId),
    ask: (accountId, question) => questions.ask(accountId, question, 'other'),
    check: async (accountId) => {
      const asked = await questions.ask(accountId, (token) => plex.getAccount(token), 'user');
      return asked.ok ? ok(null) : asked;
    },
    ping: (accountId) => questions.ask(accountId, (token) => plex.ping(token), 'ping'),
    onAsked: (listener) => questions.onAsked(listener),
    setNote: async (accountId, note) => {
      const account = find(accountId);
      return account.ok ? change(accountId, (entry) => ({ ...entry, note })) : account;
    },
    put: (signedIn, options) =>
      inTurn(async () => {
        const done = await put(signedIn, options);
        if (done.ok) loader.hold(done.value.accountId, signedIn.account);
        const isOfThisDevice = (options?.issuedTo ?? 'here') === 'here';
        if (done.ok && isOfThisDevice) await renewElsewhere(signedIn);
        return done;
      }),
    renew: (signedIn) => inTurn(() => renewElsewhere(signedIn)),
    load: (accountId, options) => loader.load(accountId, options),
    takeBack: async ({ accountId, secretKey }) => {
      const released = await keeper.release(withoutEntry(secretKey));
      if (!find(accountId).ok) avatars.forget(accountId);
      emitState();
      return released;
    },
    emit: emitState,
  };
}

/** The order in which people see accounts: as they were added, each followed by the Home users switched to from it. */
function belowTheirAccount(accounts: readonly AccountEntry[]): readonly AccountEntry[] {
  const isThere = new Set(accounts.map(({ id }) => id));
  return accounts
    .filter(({ homeOf }) => homeOf === null || !isThere.has(homeOf))
    .flatMap((account) => [account, ...accounts.filter(({ homeOf }) => homeOf === account.id)]);
}

/** The page's view of an entry of the index. */
function summarizeAccount(
  entry: AccountEntry,
  verdict: Verdict,
  avatarPath: string | null,
  time: Pick<ServerTime, 'now' | 'toLocal'>,
): AccountSummary {
  return {
    id: entry.id,
    uuid: entry.uuid,
    username: entry.username,
    title: entry.title,
    email: entry.email,
    avatarPath,
    hasPlexPass: entry.hasPlexPass,
    token: { kind: entry.tokenKind, lastFour: entry.lastFour },
    tokenEnd:
      entry.tokenEndsAt === null
        ? null
        : {
            at: time.toLocal(entry.tokenEndsAt),
            remainingMs: Math.max(0, entry.tokenEndsAt - time.now()),
          },
    storage: entry.storage,
    verdict,
    addedAt: entry.addedAt,
    signedInAt: entry.signedInAt,
    note: entry.note,
    status: entry.isSigningOut ? 'signingOut' : 'ready',
    homeOf: entry.homeOf,
  };
}

/** As `accounts.ask`. What was answered to a token that has been replaced meanwhile is asked again with the new one. */
export async function askWithPresentToken<T>(
  accounts: Pick<Accounts, 'ask' | 'find'>,
  accountId: AccountId,
  question: Question<T>,
): Promise<Result<T>> {
  const before = accounts.find(accountId);
  const answer = await accounts.ask(accountId, question);
  const present = accounts.find(accountId);
  const isReplaced = before.ok && present.ok && before.value.secretKey !== present.value.secretKey;
  return isReplaced ? askWithPresentToken(accounts, accountId, question) : answer;
}

/**
 * Somebody may be here as themselves and as a Home user of several accounts, each with a token of its own. Where Plex
 * keeps one token per user and client identifier, the newest has ended the others
 * (https://github.com/nickelsh1ts/streamarr/pull/408): it then takes their place too. What Plex still accepts, or can't
 * be asked about, stays as it is.
 */
const createRenewElsewhere =
  (deps: {
    readonly index: Pick<UsherIndex, 'content'>;
    readonly plex: Pick<PlexClient, 'getAccount'>;
    readonly questions: Pick<AccountQuestions, 'token'>;
    readonly put: ReturnType<typeof createPutAccount>;
  }) =>
  async (signedIn: SignedIn): Promise<void> => {
    const { index, plex, questions, put } = deps;
    const isRejected = async (token: string): Promise<boolean> => {
      const proved = await plex.getAccount(token);
      return !proved.ok && proved.error.code === 'token.rejected';
    };
    const isEnded = async ({ id }: AccountEntry): Promise<boolean> => {
      const present = await questions.token(id);
      return present.ok && present.value !== signedIn.token && isRejected(present.value);
    };
    const { lastFour } = maskToken(signedIn.token);
    const elsewhere = index
      .content()
      .accounts.filter(
        ({ uuid, isSigningOut }) => uuid === signedIn.account.identity.uuid && !isSigningOut,
      );
    // As good as always that is nobody but who has just got it, for which the keychain need not be asked.
    if (elsewhere.every((entry) => entry.lastFour === lastFour)) return;
    for (const entry of elsewhere) {
      if (!(await isEnded(entry))) continue;
      // It may have waited for the person's word, and have ended meanwhile too.
      if (await isRejected(signedIn.token)) return;
      // What can't be stored is found rejected by the next check, and repaired as any other.
      await put(signedIn, { homeOf: entry.homeOf });
    }
  };
