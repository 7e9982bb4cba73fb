import type { AccountId } from '../../shared/model/ids.ts';
import type { RepairRun } from '../../shared/model/sign-in.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { EventBus } from './event-bus.ts';

/** The run through the accounts that Plex has signed out: a window may be closed in the middle of it. */
export interface Repairs {
  state(): RepairRun;
  /** Begins with all that are rejected now; those rejected later join. One that is on goes on. */
  start(): void;
  skip(accountId: AccountId): void;
  /** Takes up one that was skipped. */
  takeUp(accountId: AccountId): void;
  end(): void;
}

const none: RepairRun = { accountIds: [], skippedIds: [] };

export function createRepairs(deps: {
  readonly accounts: Pick<Accounts, 'summaries'>;
  readonly events: EventBus;
}): Repairs {
  const { accounts, events } = deps;
  let run = none;

  const set = (next: RepairRun): void => {
    if (JSON.stringify(next) === JSON.stringify(run)) return;
    run = next;
    events.emit({ repair: run });
  };

  /** Home users get a new token by a new switch, not by a sign-in. */
  const rejectedIds = (): readonly AccountId[] =>
    accounts
      .summaries()
      .filter(({ verdict, homeOf }) => verdict.kind === 'rejected' && homeOf === null)
      .map(({ id }) => id);

  events.subscribe(({ accounts: changed }) => {
    if (changed === undefined || run.accountIds.length === 0) return;
    const isHere = new Set(accounts.summaries().map(({ id }) => id));
    const kept = run.accountIds.filter((id) => isHere.has(id));
    const joining = rejectedIds().filter((id) => !kept.includes(id));
    set({
      accountIds: [...kept, ...joining],
      skippedIds: run.skippedIds.filter((id) => isHere.has(id)),
    });
  });

  return {
    state: () => run,
    start: () => {
      if (run.accountIds.length === 0) set({ accountIds: rejectedIds(), skippedIds: [] });
    },
    skip: (accountId) => {
      if (!run.accountIds.includes(accountId)) return;
      set({ ...run, skippedIds: [...new Set([...run.skippedIds, accountId])] });
    },
    takeUp: (accountId) =>
      set({ ...run, skippedIds: run.skippedIds.filter((id) => id !== accountId) }),
    end: () => set(none),
  };
}
