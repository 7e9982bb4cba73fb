import type { AccountId, AppTokenId } from '../../shared/model/ids.ts';
import { replaceableApps } from '../../shared/model/app-token.ts';
import type { AppRepair, RepairRun } from '../../shared/model/sign-in.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Asked } from './app-tokens/app-destinations.ts';
import type { AppTokens } from './app-tokens/app-tokens.ts';
import type { EventBus } from './event-bus.ts';

/** The run through the accounts that Plex has signed out: a window may be closed in the middle of it. */
export interface Repairs {
  state(): RepairRun;
  /** Begins with all that are rejected now; those rejected later join. One that is on goes on. */
  start(): void;
  skip(accountId: AccountId): void;
  /** Takes up one that was skipped. */
  takeUp(accountId: AccountId): void;
  /**
   * Makes every app token anew that Plex rejects and whose account is signed in, one after the other; progress comes as
   * `repair`. Asked again it goes on with what is left.
   */
  replaceApps(asked: Asked): Promise<void>;
  end(): void;
}

const none: RepairRun = { accountIds: [], skippedIds: [], apps: [] };

export function createRepairs(deps: {
  readonly accounts: Pick<Accounts, 'summaries'>;
  readonly appTokens: Pick<AppTokens, 'summaries' | 'replace'>;
  readonly events: EventBus;
}): Repairs {
  const { accounts, appTokens, events } = deps;
  let run = none;

  const set = (next: RepairRun): void => {
    if (JSON.stringify(next) === JSON.stringify(run)) return;
    run = next;
    events.emit({ repair: run });
  };

  const setProgress = (id: AppTokenId, progress: AppRepair['progress']): void =>
    set({
      ...run,
      apps: run.apps.map((one) => (one.appTokenId === id ? { ...one, progress } : one)),
    });

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
      ...run,
      accountIds: [...kept, ...joining],
      skippedIds: run.skippedIds.filter((id) => isHere.has(id)),
    });
  });

  return {
    state: () => run,
    start: () => {
      if (run.accountIds.length === 0) set({ ...run, accountIds: rejectedIds(), skippedIds: [] });
    },
    skip: (accountId) => {
      if (!run.accountIds.includes(accountId)) return;
      set({ ...run, skippedIds: [...new Set([...run.skippedIds, accountId])] });
    },
    takeUp: (accountId) =>
      set({ ...run, skippedIds: run.skippedIds.filter((id) => id !== accountId) }),
    replaceApps: async (asked) => {
      if (run.apps.some(({ progress }) => isOpen(progress))) return;
      const wanted = replaceableApps(appTokens.summaries(), accounts.summaries());
      const ids = wanted.map(({ id }) => id);
      const done = run.apps.filter(({ appTokenId }) => !ids.includes(appTokenId));
      set({
        ...run,
        apps: [
          ...done,
          ...ids.map((appTokenId) => ({ appTokenId, progress: { kind: 'waiting' } as const })),
        ],
      });
      for (const id of ids) {
        setProgress(id, { kind: 'working' });
        const replaced = await appTokens.replace(id, asked);
        setProgress(
          id,
          replaced.ok
            ? {
                kind: 'done',
                unwritten: replaced.value.map(({ destination, outcome }) => ({
                  destinationId: destination.id,
                  reason: outcome.error.code,
                })),
              }
            : { kind: 'failed', error: replaced.error },
        );
      }
    },
    // What is being made goes on, and is told in its place.
    end: () => set({ ...none, apps: run.apps.filter(({ progress }) => isOpen(progress)) }),
  };
}

const isOpen = ({ kind }: AppRepair['progress']): boolean =>
  kind === 'waiting' || kind === 'working';
