import { err } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { AccountEntry } from '../storage/profile/index-content.ts';
import type { Run } from '../storage/profile/usher-index.ts';
import type { AccountEntries } from './account-entries.ts';
import type { Accounts } from './accounts.ts';

/** The marks of accounts that are being removed: each is of the run that is at it. */
export function createRemovalMarks(
  deps: AccountEntries & {
    readonly run: Run;
    readonly clock: Clock;
  },
): Pick<Accounts, 'mark' | 'unmark'> {
  const { run, clock, find, change } = deps;

  const isFree = async ({ isSigningOut, signingOutBy }: AccountEntry): Promise<boolean> =>
    !isSigningOut || signingOutBy === run.id || (await run.hasEnded(signingOutBy));

  return {
    mark: async (accountId, removal) => {
      const known = find(accountId);
      if (!known.ok) return known;
      if (!(await isFree(known.value))) return err({ code: 'profile.busy' });
      const seenBy = known.value.signingOutBy;
      const isOthers = ({ isSigningOut, signingOutBy }: AccountEntry): boolean =>
        isSigningOut && signingOutBy !== seenBy && signingOutBy !== run.id;
      const mine = { isSigningOut: true, signingOutBy: run.id };
      const taken = { byOthers: false };
      const marked = await change(accountId, (entry) => {
        taken.byOthers = isOthers(entry);
        return taken.byOthers ? entry : { ...entry, ...mine, isRevoking: removal === 'revoking' };
      });
      return marked.ok && taken.byOthers ? err({ code: 'profile.busy' }) : marked;
    },
    unmark: (accountId, isRevoked) => {
      const now = clock.now();
      // One that was signed in anew meanwhile has another token, and no mark.
      return change(accountId, (entry) =>
        entry.signingOutBy === run.id
          ? {
              ...entry,
              isSigningOut: false,
              isRevoking: false,
              signingOutBy: null,
              rejectedAt: isRevoked ? (entry.rejectedAt ?? now) : entry.rejectedAt,
            }
          : entry,
      );
    },
  };
}
