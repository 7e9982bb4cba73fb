import { createSignal, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';

export interface Rotation {
  /** Rotates; where no file would get the new token, only once the person has confirmed it. */
  readonly start: () => void;
  readonly isAsking: Accessor<boolean>;
  readonly confirm: () => void;
  readonly cancel: () => void;
  readonly isBusy: Accessor<boolean>;
  /** Why it failed, unless the card says so itself. */
  readonly error: Accessor<AppError | null>;
}

/** A new token for a program in place of the one it has. */
export function createRotation(app: Accessor<AppTokenSummary>): Rotation {
  const usher = useUsher();
  const rotate = createAction('appToken.rotate');
  const [isAsking, setIsAsking] = createSignal(false);
  const run = async (): Promise<void> => {
    const { id, name } = app();
    setIsAsking(false);
    const rotated = await rotate.run({ appTokenId: id });
    if (rotated.ok) usher.tell({ title: appsText().rotate.done(name) });
  };
  return {
    start: () => {
      if (app().destinations.length === 0) setIsAsking(true);
      else void run();
    },
    isAsking,
    confirm: () => void run(),
    cancel: () => void setIsAsking(false),
    isBusy: rotate.isBusy,
    error: () => {
      const error = rotate.error();
      const isToldByCard =
        error?.code === 'appToken.notEverywhere' && app().work.kind === 'rotationStopped';
      return isToldByCard ? null : error;
    },
  };
}
