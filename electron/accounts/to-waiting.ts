import type { AccountId, EpochMs } from '../../shared/model/ids.ts';
import type { AccountEntry, IndexContent } from '../storage/profile/index-content.ts';
import { issuedToOf } from './token-issue.ts';

/** Moves an account that this run is removing to the sign-outs that wait for Plex. */
export const toWaiting =
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
        ...content.accounts.filter(isLeaving).map((entry) => ({
          ...toPlace(entry),
          issuedTo: issuedToOf(entry),
          askedAt,
        })),
      ],
    };
  };

const toPlace = ({ id, title, secretKey, storage, lastFour }: AccountEntry) => ({
  ...{ id, title, secretKey, storage, lastFour },
});
