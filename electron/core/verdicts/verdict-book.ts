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
  noteAccess(accountId: AccountId, serverId: ServerId, outcome: Result<unknown>): void;
  /** plex.tv has given out another access token, or none. */
  forgetAccess(accountId: AccountId, serverId: ServerId): void;
}

/** Whether a token that was good, as far as was known, turned out to be rejected, or one that was rejected to be good. */
export type News = 'rejected' | 'proved' | null;

export const newsOf = (before: Verdict, after: Verdict): News => {
  if (before.kind !== 'rejected') return after.kind === 'rejected' ? 'rejected' : null;
  return after.kind === 'valid' ? 'proved' : null;
};

/** An account's access token for a server among others of all kinds. */
export const accessKey = (accountId: AccountId, serverId: ServerId): string =>
  JSON.stringify([accountId, serverId]);

/** What an entry of the index keeps of its token's verdict. */
interface Proof {
  readonly lastProvedAt: EpochMs | null;
  readonly rejectedAt: EpochMs | null;
  readonly rejectedBecause?: RejectionCause | null;
}

type ProofChange = (before: Proof) => Pick<Proof, 'lastProvedAt' | 'rejectedAt'>;

type ProvedEntry = Proof & { readonly secretKey: string };

const nothingKnown: Proof = { lastProvedAt: null, rejectedAt: null };

export function createVerdictBook(deps: {
  readonly index: Pick<UsherIndex, 'content' | 'change'>;
  readonly clock: Pick<Clock, 'now'>;
}): VerdictBook {
  const { index, clock } = deps;
  const unanswered = new Map<string, AppErrorCode>();
  const accessProofs = new Map<string, Proof>();

  /** How an outcome changes what is known of the token; null where it is no answer. `codes` are a clear no to it. */
  const take = (
    key: string,
    outcome: Result<unknown>,
    codes: readonly AppErrorCode[],
  ): ProofChange | null => {
    const now = clock.now();
    unanswered.delete(key);
    if (outcome.ok) return () => ({ lastProvedAt: now, rejectedAt: null });
    if (codes.includes(outcome.error.code))
      return ({ lastProvedAt, rejectedAt }) => ({ lastProvedAt, rejectedAt: rejectedAt ?? now });
    unanswered.set(key, outcome.error.code);
    return null;
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
      const { accounts, appTokens, transientTokens } = index.content();
      const account = accounts.find(isIt);
      const appToken = appTokens.find(isIt);
      const token = transientTokens.find(isIt);
      const present = account ?? appToken ?? token;
      if (present === undefined) return null;
      const before = verdictOf(secretKey, present);
      const change = take(secretKey, outcome, [
        token === undefined ? 'token.rejected' : 'server.rejected',
      ]);
      if (change === null) return null;
      // From what the entry says when it is written: another process may have learnt something of the token since.
      if (account !== undefined) {
        await index.change('accounts', account.id, (one) =>
          isIt(one) ? { ...one, ...change(one) } : one,
        );
      } else if (appToken !== undefined) {
        await index.change('appTokens', appToken.id, (one) =>
          isIt(one) ? { ...one, ...change(one) } : one,
        );
      } else if (token !== undefined) {
        await index.change('transientTokens', token.id, (one) => {
          if (!isIt(one)) return one;
          const after = change(one);
          return { ...one, ...after, ...causeAfter(one, after.rejectedAt, because) };
        });
      }
      return newsOf(before, verdictOf(secretKey, change(present)));
    },
    accessVerdict: (accountId, serverId) => {
      const key = accessKey(accountId, serverId);
      return verdictOf(key, accessProofs.get(key) ?? nothingKnown);
    },
    noteAccess: (accountId, serverId, outcome) => {
      const key = accessKey(accountId, serverId);
      // Without the account's own token there is no access token either.
      const change = take(key, outcome, ['server.rejected', 'token.rejected']);
      if (change !== null) accessProofs.set(key, change(accessProofs.get(key) ?? nothingKnown));
    },
    forgetAccess: (accountId, serverId) => {
      const key = accessKey(accountId, serverId);
      unanswered.delete(key);
      accessProofs.delete(key);
    },
  };
}

const causeAfter = (
  before: Pick<Proof, 'rejectedAt' | 'rejectedBecause'>,
  rejectedAt: EpochMs | null,
  because: RejectionCause,
) => {
  if (rejectedAt === null) return { rejectedBecause: null };
  return before.rejectedAt === null ? { rejectedBecause: because } : {};
};
