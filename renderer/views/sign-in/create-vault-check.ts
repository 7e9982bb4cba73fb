import { createEffect, on, onMount, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';

export interface VaultCheck {
  readonly isBusy: Accessor<boolean>;
  /** Why there is no place to keep a token. */
  readonly error: Accessor<AppError | null>;
  /** There is one, or the person does without. */
  readonly canKeep: Accessor<boolean>;
  readonly askAgain: () => void;
}

/** Asks the keychain before anything is typed: a token that cannot be kept is found out now, not after the password. */
export function createVaultCheck(): VaultCheck {
  const usher = useUsher();
  const check = createAction('vault.check');
  const isSessionOnly = () => usher.state.vault.kind === 'sessionOnly';

  onMount(() => {
    if (!isSessionOnly()) void check.run({});
  });
  // What main tells of the keychain is newer than how the last question ended.
  createEffect(on(() => usher.state.vault, check.clearError, { defer: true }));

  const error = () => {
    const { vault } = usher.state;
    if (vault.kind === 'sessionOnly') return null;
    return check.error() ?? (vault.kind === 'unusable' ? vault.error : null);
  };

  return {
    isBusy: check.isBusy,
    error,
    canKeep: () =>
      isSessionOnly() ||
      (usher.state.vault.kind === 'ready' && !check.isBusy() && error() === null),
    askAgain: () => void check.run({}),
  };
}
