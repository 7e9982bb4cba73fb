import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import type { MaskedToken, RevealedSecret, SecretRef } from '../../shared/model/token.ts';
import { tokenText } from '../../shared/words/tokens.ts';
import { createAction } from '../state/create-action.ts';
import { useUsher } from '../state/use-usher.ts';

export interface Revealed {
  readonly shown: Accessor<RevealedSecret | null>;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
  /** Reveals what is masked, masks what is revealed. */
  readonly toggle: () => void;
}

interface Masked {
  readonly secret: SecretRef;
  readonly token: MaskedToken;
}

/**
 * Holds a revealed secret for as long as main allows, and no longer than its view.
 * SECURITY: the only place of the page that ever has a secret. Nothing may keep a second reference to it.
 */
export function createRevealed(masked: Masked): Revealed {
  const usher = useUsher();
  const action = createAction('secret.reveal');
  const [shown, setShown] = createSignal<RevealedSecret | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: symbol | null = null;

  const drop = (): void => {
    asking = null;
    clearTimeout(timer);
    setShown(null);
  };
  onCleanup(drop);

  // Another token in the same row must not be shown under the old one's permission, nor the old one beside the new.
  createEffect(on(() => [masked.secret, masked.token.lastFour], drop, { defer: true }));
  createEffect(
    on(
      shown,
      (now, before) => {
        if (now === null && before !== null) usher.announce(tokenText().hidden);
      },
      { defer: true },
    ),
  );

  const reveal = async (): Promise<void> => {
    const thisAsking = Symbol();
    asking = thisAsking;
    const result = await action.run({ secret: masked.secret });
    // SECURITY: the view that asked may be closed by now, or show another token.
    if (!result.ok || asking !== thisAsking) return;
    const { visibleMs } = result.value;
    setShown(result.value);
    clearTimeout(timer);
    timer = setTimeout(drop, visibleMs);
    usher.announce(tokenText().revealed(Math.round(visibleMs / 1000)));
  };

  return {
    shown,
    isBusy: action.isBusy,
    error: action.error,
    toggle: () => {
      if (shown() === null) void reveal();
      else drop();
    },
  };
}
