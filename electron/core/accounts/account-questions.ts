import type { AccountId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { VerdictBook } from '../verdicts/verdict-book.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { AccountEntry } from '../../storage/profile/index-content.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import type { AccountEntries } from './account-entries.ts';
import { findIssue, issuedToOf } from './token-issue.ts';

export type AskedListener = (account: AccountEntry, outcome: Result<unknown>) => void;

export type Question<T> = (token: string) => Promise<Result<T>>;

/** Asks Plex with account tokens, and keeps what the answers say of those tokens. */
export interface AccountQuestions {
  /** The account token, read from the vault for this one use. */
  token(accountId: AccountId): Promise<Result<string>>;
  /**
   * Asks, and takes the outcome as news of the token: all of it where the account itself is asked for (`user`), a rejection
   * once the account was asked for too (`other`), and of a `ping` no answer but that.
   */
  ask<T>(
    accountId: AccountId,
    question: Question<T>,
    kind: 'user' | 'other' | 'ping',
  ): Promise<Result<T>>;
  onAsked(listener: AskedListener): void;
}

export function createAccountQuestions(
  deps: AccountEntries & {
    readonly keeper: SecretKeeper;
    readonly plex: PlexClient;
    readonly activity: Activity;
    readonly book: VerdictBook;
    readonly emit: () => void;
  },
): AccountQuestions {
  const { keeper, plex, activity, book, find, change, emit } = deps;
  const listeners = new Set<AskedListener>();

  /** The token, and the entry it is of: that of now, when another process replaced it just before. */
  const readToken = async (
    accountId: AccountId,
  ): Promise<Result<{ readonly entry: AccountEntry; readonly secret: string }>> => {
    const entry = find(accountId);
    if (!entry.ok) return entry;
    const read = await keeper.read(entry.value.secretKey);
    if (read.ok) {
      plex.noteForeign(read.value, issuedToOf(entry.value) !== 'here');
      return ok({ entry: entry.value, secret: read.value });
    }
    const present = find(accountId);
    if (!present.ok) return present;
    return present.value.secretKey === entry.value.secretKey ? read : readToken(accountId);
  };

  const token = async (accountId: AccountId): Promise<Result<string>> => {
    const read = await readToken(accountId);
    return read.ok ? ok(read.value.secret) : read;
  };

  const notifyListeners = (entry: AccountEntry, outcome: Result<unknown>): void => {
    for (const listener of listeners) listener(entry, outcome);
  };

  /** News of a token that was replaced meanwhile is no news of the account. */
  const noteVerdict = async (
    { id, secretKey }: AccountEntry,
    outcome: Result<unknown>,
  ): Promise<void> => {
    const present = find(id);
    if (!present.ok || present.value.secretKey !== secretKey) return;
    notifyListeners(present.value, outcome);
    const news = await book.note(present.value, outcome);
    if (news !== null)
      activity.record({ kind: news, what: 'accountToken', account: present.value });
    emit();
  };

  /** Of an entry that an older Usher wrote; once, so that its own token is asked about as its own from then on. */
  const learnIssue = async (entry: AccountEntry, secret: string): Promise<void> => {
    if (issuedToOf(entry) !== null) return;
    const issuedTo = await findIssue(plex, secret);
    if (!issuedTo.ok) return;
    await change(entry.id, (one) =>
      one.secretKey === entry.secretKey ? { ...one, issuedTo: issuedTo.value } : one,
    );
  };

  const ask: AccountQuestions['ask'] = async (accountId, question, kind) => {
    const read = await readToken(accountId);
    if (!read.ok) return read;
    const { entry, secret } = read.value;
    const outcome = await question(secret);
    if (outcome.ok && kind === 'ping') return outcome;
    if (outcome.ok && kind === 'user') await learnIssue(entry, secret);
    const isBlame = !outcome.ok && outcome.error.code === 'token.rejected';
    const isNoNews = kind === 'ping' ? !isBlame : kind === 'other' && isOneDoors(outcome);
    if (isNoNews) {
      // It may want to be left alone, which is to be heeded.
      notifyListeners(entry, outcome);
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

  return {
    token,
    ask,
    onAsked: (listener) => void listeners.add(listener),
  };
}

/** Plex answered, and not about the token: no news of that. Where nothing of Plex answered, the token can't be asked about either. */
const isOneDoors = (outcome: Result<unknown>): boolean =>
  !outcome.ok &&
  outcome.error.code !== 'token.rejected' &&
  !outcome.error.code.startsWith('network.');
