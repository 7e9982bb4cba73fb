import type { AppErrorCode, RejectionCause } from '../../../shared/errors.ts';
import type { AccountId, EpochMs, ServerId } from '../../../shared/model/ids.ts';
import type { Verdict } from '../../../shared/model/token.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';

/**
 * What is known of every token. Of account tokens and transient ones the profile keeps when they were proved and rejected,
 * in the entry of the token; why the last question had no answer, and all that is known of access tokens, lasts as long as
 * the run. A token that takes another one's place begins anew.
 */
export interface VerdictBook {
  /** Of the token of an entry of the index. */
  verdict(entry: ProvedEntry): Verdict;
  /**
   * Takes the outcome of a question about this token down; of one that was replaced meanwhile it is no news. `because`
   * tells why a transient token was rejected, where that is known.
   */
  note(entry: ProvedEntry, outcome: Result<unknown>, because?: RejectionCause): Promise<News>;
  /** Of the access token of an account for a server. */
  accessVerdict(accountId: AccountId, serverId: ServerId): Verdict;
  noteAccess(accountId: AccountId, serverId: ServerId, outcome: Result<unknown>): News;
  /** plex.tv has given out another access token, or none. */
  forgetAccess(accountId: AccountId, serverId: ServerId): void;
}

/** Whether a token that was good, as far as was known, turned out to be rejected, or one that was rejected to be good. */
export type News = 'rejected' | 'proved' | null;

/** What an entry of the index keeps of its token's verdict. */
interface Proof {
  readonly lastProvedAt: EpochMs | null;
  readonly rejectedAt: EpochMs | null;
  readonly rejectedBecause?: RejectionCause | null;
}

type ProvedEntry = Proof & { readonly secretKey: string };

const nothingKnown: Proof = { lastProvedAt: null, rejectedAt: null };

export function createVerdictBook(deps: {
  readonly index: Pick<UsherIndex, 'content' | 'update'>;
  readonly clock: Pick<Clock, 'now'>;
}): VerdictBook {
  const { index, clock } = deps;
  const unanswered = new Map<string, AppErrorCode>();
  const accessProofs = new Map<string, Proof>();

  const accessKey = (accountId: AccountId, serverId: ServerId): string =>
    JSON.stringify([accountId, serverId]);

  /** What is known of the token now, from what was known before. `codes` are a clear no to it. */
  const take = (
    key: string,
    before: Proof,
    outcome: Result<unknown>,
    codes: readonly AppErrorCode[],
  ): Proof => {
    unanswered.delete(key);
    if (outcome.ok) return { ...before, lastProvedAt: clock.now(), rejectedAt: null };
    if (codes.includes(outcome.error.code))
      return { ...before, rejectedAt: before.rejectedAt ?? clock.now() };
    unanswered.set(key, outcome.error.code);
    return before;
  };

  const verdictOf = (key: string, proof: Proof): Verdict => {
    const { lastProvedAt, rejectedAt, rejectedBecause } = proof;
    // Not being able to ask takes nothing away from a clear no.
    if (rejectedAt !== null) {
      const because = rejectedBecause === undefined ? {} : { because: rejectedBecause };
      return { kind: 'rejected', rejectedAt, ...because };
    }
    const reason = unanswered.get(key) ?? null;
    return reason !== null || lastProvedAt === null
      ? { kind: 'unknown', reason, lastProvedAt }
      : { kind: 'valid', provedAt: lastProvedAt };
  };

  return {
    verdict: (entry) => verdictOf(entry.secretKey, entry),
    note: async ({ secretKey }, outcome, because = 'unclear') => {
      const isIt = (one: ProvedEntry): boolean => one.secretKey === secretKey;
      const { accounts, transientTokens } = index.content();
      const account = accounts.find(isIt);
      const present = account ?? transientTokens.find(isIt);
      if (present === undefined) return null;
      const after = take(secretKey, present, outcome, [
        account === undefined ? 'server.rejected' : 'token.rejected',
      ]);
      const { lastProvedAt, rejectedAt } = after;
      if (after !== present) {
        const proof = { lastProvedAt, rejectedAt };
        await index.update((content) => ({
          ...content,
          accounts: content.accounts.map((one) => (isIt(one) ? { ...one, ...proof } : one)),
          transientTokens: content.transientTokens.map((one) =>
            isIt(one) ? { ...one, ...proof, ...causeAfter(one, rejectedAt, because) } : one,
          ),
        }));
      }
      return newsOf(present, after);
    },
    accessVerdict: (accountId, serverId) => {
      const key = accessKey(accountId, serverId);
      return verdictOf(key, accessProofs.get(key) ?? nothingKnown);
    },
    noteAccess: (accountId, serverId, outcome) => {
      const key = accessKey(accountId, serverId);
      const before = accessProofs.get(key) ?? nothingKnown;
      // Without the account's own token there is no access token either.
      const after = take(key, before, outcome, ['server.rejected', 'token.rejected']);
      accessProofs.set(key, after);
      return newsOf(before, after);
    },
    forgetAccess: (accountId, serverId) => {
      const key = accessKey(accountId, serverId);
      unanswered.delete(key);
      accessProofs.delete(key);
    },
  };
}

const newsOf = (before: Proof, after: Proof): News => {
  if (before.rejectedAt === null && after.rejectedAt !== null) return 'rejected';
  return before.rejectedAt !== null && after.rejectedAt === null ? 'proved' : null;
};

const causeAfter = (
  before: Pick<Proof, 'rejectedAt' | 'rejectedBecause'>,
  rejectedAt: EpochMs | null,
  because: RejectionCause,
) => {
  if (rejectedAt === null) return { rejectedBecause: null };
  return before.rejectedAt === null ? { rejectedBecause: because } : {};
};
