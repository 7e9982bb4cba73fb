import { createSignal, type Accessor } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { useUsher } from './use-usher.ts';

export interface Action<Name extends RequestName> {
  readonly run: (input: RequestInput<Name>) => Promise<Result<RequestOutput<Name>>>;
  readonly isBusy: Accessor<boolean>;
  /** Why the last run failed; null while running and after success. */
  readonly error: Accessor<AppError | null>;
  readonly clearError: () => void;
}

/** One thing a person can do, as a button needs it: run, busy, and why it failed. */
export function createAction<Name extends RequestName>(name: Name): Action<Name> {
  const usher = useUsher();
  const [runningCount, setRunningCount] = createSignal(0);
  const [error, setError] = createSignal<AppError | null>(null);
  let lastRun = 0;

  return {
    run: async (input) => {
      const thisRun = ++lastRun;
      setRunningCount((count) => count + 1);
      setError(null);
      const result = await usher.request(name, input);
      setRunningCount((count) => count - 1);
      if (!result.ok && thisRun === lastRun) setError(result.error);
      return result;
    },
    isBusy: () => runningCount() > 0,
    error,
    clearError: () => setError(null),
  };
}
