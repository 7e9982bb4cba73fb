import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';

export interface ServersRefresh {
  readonly askAll: () => void;
  /** Asks for the lists that are old. */
  readonly askWhereStale: () => void;
  readonly isBusy: Accessor<boolean>;
  /** Of each account whose list could not be had, why. */
  readonly failures: Accessor<readonly Failure[]>;
  /** Whether every account has been asked for, with success or not. */
  readonly isKnown: Accessor<boolean>;
}

export interface Failure {
  readonly account: AccountSummary;
  readonly error: AppError;
}

const staleAfterMs = 5 * 60_000;

/** The lists of servers of all accounts, and asking for them again. */
export function createServersRefresh(): ServersRefresh {
  const usher = useUsher();
  const [runningCount, setRunningCount] = createSignal(0);
  /** What came of asking where the list itself does not tell. */
  const [refused, setRefused] = createSignal<ReadonlyMap<string, AppError>>(new Map());
  // That is over once a list is told anew, whoever asked for it; what is told of a server in it does not end it.
  const told = createMemo(() =>
    JSON.stringify(
      wholeOf(usher.state, 'servers').servers.map(({ refreshedAt, isRefreshing, error }) => [
        refreshedAt,
        isRefreshing,
        error,
      ]),
    ),
  );
  createEffect(on(told, () => setRefused(new Map()), { defer: true }));
  const lists = createMemo(
    () => new Map(wholeOf(usher.state, 'servers').servers.map((list) => [list.accountId, list])),
  );
  const listOf = (id: AccountSummary['id']) => lists().get(id);

  const ask = async (accountId: AccountSummary['id']): Promise<void> => {
    setRunningCount((count) => count + 1);
    const asked = await usher.request('servers.refresh', { accountId });
    setRunningCount((count) => count - 1);
    if (!asked.ok && (listOf(accountId)?.error ?? null) === null)
      setRefused((before) => new Map([...before, [accountId, asked.error]]));
  };

  const failures = createMemo(() =>
    usher.state.accounts.flatMap((account) => {
      const list = listOf(account.id);
      // One that is asked for again is not known to fail again.
      const error = list?.error ?? refused().get(account.id) ?? null;
      return error === null ? [] : [{ account, error }];
    }),
  );

  return {
    askAll: () => usher.state.accounts.forEach(({ id }) => void ask(id)),
    askWhereStale: () =>
      usher.state.accounts
        .filter(({ id }) => {
          const { isRefreshing = false, refreshedAt = null } = listOf(id) ?? {};
          return !isRefreshing && (refreshedAt === null || Date.now() - refreshedAt > staleAfterMs);
        })
        .forEach(({ id }) => void ask(id)),
    isBusy: () =>
      runningCount() > 0 ||
      wholeOf(usher.state, 'servers').servers.some(({ isRefreshing }) => isRefreshing),
    failures,
    isKnown: () =>
      usher.state.accounts.every(({ id }) => {
        const list = listOf(id);
        return list !== undefined && (list.refreshedAt !== null || list.error !== null);
      }),
  };
}
