import { createSignal, onCleanup, type Accessor } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import type { RevealedSecret, SecretRef } from '../../shared/model/token.ts';
import { createAction } from '../state/create-action.ts';

export interface Revealed {
  readonly shown: Accessor<RevealedSecret | null>;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
  readonly reveal: (secret: SecretRef) => Promise<boolean>;
  readonly drop: () => void;
}

/**
 * Holds a revealed secret for as long as main allows, and no longer than its view.
 * SECURITY: the only place of the page that ever has a secret. Nothing may keep a second reference to it.
 */
export function createRevealed(): Revealed {
  const action = createAction('secret.reveal');
  const [shown, setShown] = createSignal<RevealedSecret | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;

  const drop = (): void => {
    clearTimeout(timer);
    setShown(null);
  };
  onCleanup(() => {
    isGone = true;
    drop();
  });

  return {
    shown,
    isBusy: action.isBusy,
    error: action.error,
    reveal: async (secret) => {
      const result = await action.run({ secret });
      // Asked for by a view that is closed by now: nobody would see it go.
      if (!result.ok || isGone) return false;
      setShown(result.value);
      clearTimeout(timer);
      timer = setTimeout(drop, result.value.visibleMs);
      return true;
    },
    drop,
  };
}
