import type { AccountId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports.ts';
import type {
  AccountEntry,
  IndexContent,
  IssuedTo,
  SecretPlace,
} from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import { issuedToOf } from '../accounts/token-issue.ts';

/** What is still to be done: the token revoked at Plex, then everything removed here, or the latter alone. */
export type Stage = 'revoking' | 'removing';

/**
 * An account on its way out, as the profile keeps it:
 *
 *     here ── begin ──> revoking or removing ── complete ──> gone
 *      ╰──── cancel ─────────╯ ╰─ putOff ─> revoking, put off ── complete ──> gone
 *
 * A crash leaves it in its stage. One that is put off is tried until Plex is told. Of the others each is of the run that
 * is at it; when that has ended, the next start or another process takes it over and goes through its stage again, for
 * which Plex's "no such token" is as good as a revocation. To sign in again ends it wherever it is, but put off: an
 * account that is put off is off the list, and who signs in again is another one.
 */
export interface Removal extends SecretPlace {
  readonly id: AccountId;
  readonly title: string;
  readonly issuedTo: IssuedTo;
  readonly stage: Stage;
  readonly isPutOff: boolean;
}

/** Of an account that stays. */
export const staying = { isSigningOut: false, isRevoking: false, signingOutBy: null };

/** The removals in the profile: which stage follows which. */
export interface Removals {
  list(): readonly Removal[];
  find(accountId: AccountId): Removal | null;
  /** From the first step on no token is minted for the account. `profile.busy` when another process is removing it. */
  begin(accountId: AccountId, stage: Stage): Promise<Result<Removal>>;
  /** Goes on with one of a run that has ended; `account.notFound` when there is none any more. */
  takeOver(accountId: AccountId): Promise<Result<Removal>>;
  /** The account stays after all; with a token that is of no more use, if that was revoked already. */
  cancel(accountId: AccountId, isRevoked: boolean): Promise<void>;
  /** Takes the account off the list at once; its token stays in the vault until it is revoked. */
  putOff(accountId: AccountId): Promise<Result<null>>;
  /** Deletes the secret, then takes the entry out. An account that was signed in anew meanwhile stays. */
  complete(accountId: AccountId): Promise<Result<null>>;
}

export function createRemovals(deps: {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly clock: Pick<Clock, 'now'>;
  /** Called with every change. */
  readonly onChanged: () => void;
}): Removals {
  const { index, keeper, clock, onChanged } = deps;
  const { instance } = index;

  const list = (): readonly Removal[] => removalsIn(index.content());
  const find = (accountId: AccountId): Removal | null =>
    list().find(({ id }) => id === accountId) ?? null;

  const change = async (
    accountId: AccountId,
    changed: (entry: AccountEntry) => AccountEntry,
  ): Promise<Result<null>> => {
    const updated = await index.change('accounts', accountId, changed);
    onChanged();
    return updated;
  };

  /** Marks the account as of this run, in the stage that it is in or that it begins. */
  const claim = async (accountId: AccountId, begun: Stage | null): Promise<Result<Removal>> => {
    const known = index.content().accounts.find(({ id }) => id === accountId);
    if (known === undefined) return err({ code: 'account.notFound' });
    const isOfEnded = (by: string | null): Promise<boolean> =>
      by === instance.id ? Promise.resolve(true) : instance.hasEnded(by);
    if (known.isSigningOut && !(await isOfEnded(known.signingOutBy))) {
      return err({ code: 'profile.busy' });
    }
    const taken = { byOthers: false };
    const marked = await change(accountId, (entry) => {
      const { isSigningOut, signingOutBy } = entry;
      taken.byOthers =
        isSigningOut && signingOutBy !== known.signingOutBy && signingOutBy !== instance.id;
      const stage = begun ?? stageOf(entry);
      if (taken.byOthers || stage === null) return entry;
      const isRevoking = stage === 'revoking';
      return { ...entry, isSigningOut: true, isRevoking, signingOutBy: instance.id };
    });
    if (!marked.ok) return marked;
    if (taken.byOthers) return err({ code: 'profile.busy' });
    const removal = find(accountId);
    return removal === null ? err({ code: 'account.notFound' }) : ok(removal);
  };

  /** One that was signed in anew meanwhile has another token, and no mark. */
  const isOurs = ({ signingOutBy }: AccountEntry): boolean => signingOutBy === instance.id;

  return {
    list,
    find,
    begin: claim,
    takeOver: (accountId) => claim(accountId, null),
    cancel: async (accountId, isRevoked) => {
      const now = clock.now();
      await change(accountId, (entry) => {
        if (!isOurs(entry)) return entry;
        const rejectedAt = isRevoked ? (entry.rejectedAt ?? now) : entry.rejectedAt;
        return { ...entry, ...staying, rejectedAt };
      });
    },
    putOff: async (accountId) => {
      const askedAt = clock.now();
      const isLeaving = (entry: AccountEntry): boolean => entry.id === accountId && isOurs(entry);
      const left = await index.update((content) => ({
        ...content,
        accounts: content.accounts.filter((entry) => !isLeaving(entry)),
        waitingSignOuts: [
          ...content.waitingSignOuts,
          ...content.accounts.filter(isLeaving).map((entry) => ({
            ...placeOf(entry),
            issuedTo: issuedToOf(entry),
            askedAt,
          })),
        ],
      }));
      onChanged();
      return left;
    },
    complete: async (accountId) => {
      const removal = find(accountId);
      if (removal === null) return ok(null);
      const dropped = await keeper.drop(removal.secretKey);
      onChanged();
      return dropped;
    },
  };
}

const stageOf = ({ isSigningOut, isRevoking }: AccountEntry): Stage | null => {
  if (!isSigningOut) return null;
  return isRevoking ? 'revoking' : 'removing';
};

const removalsIn = ({ accounts, waitingSignOuts }: IndexContent): readonly Removal[] => [
  ...accounts.flatMap((entry) => {
    const stage = stageOf(entry);
    if (stage === null) return [];
    return [{ ...placeOf(entry), issuedTo: issuedToOf(entry), stage, isPutOff: false }];
  }),
  ...waitingSignOuts.map((entry) => ({
    ...placeOf(entry),
    issuedTo: entry.issuedTo,
    stage: 'revoking' as const,
    isPutOff: true,
  })),
];

type Place = SecretPlace & Pick<Removal, 'id' | 'title'>;

const placeOf = ({ id, title, secretKey, storage, lastFour }: Place): Place => ({
  ...{ id, title, secretKey, storage, lastFour },
});
