import type { AccountId } from './ids.ts';

/**
 * Accounts whose token Plex rejected, signed in again one after the other; empty when no run is on. Which of them are
 * repaired tells their verdict.
 */
export interface RepairRun {
  /** In the order they are offered in. */
  readonly accountIds: readonly AccountId[];
  readonly skippedIds: readonly AccountId[];
}
