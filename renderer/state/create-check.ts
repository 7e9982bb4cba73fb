import type { Accessor } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import type { TokenRef } from '../../shared/model/token.ts';
import { uiText } from '../../shared/words/app.ts';
import { createAction } from './create-action.ts';
import { useUsher } from './use-usher.ts';

export interface Check {
  /** `name` tells readers what was checked: "token of Attic". */
  readonly run: (tokens: readonly TokenRef[], name: string) => Promise<void>;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
}

/** Checks at once whether tokens are still valid; the answer shows where their state does. */
export function createCheck(): Check {
  const usher = useUsher();
  const check = createAction('verdicts.check');
  return {
    run: async (tokens, name) => {
      const checked = await check.run({ tokens, isAsked: true });
      if (checked.ok) usher.announce(uiText().checkedAnnouncement(name));
    },
    isBusy: check.isBusy,
    error: check.error,
  };
}
