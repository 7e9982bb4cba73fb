import { createEffect, on, type Accessor } from 'solid-js';
import type { TokenRef } from '../../shared/model/token.ts';
import { useUsher } from './use-usher.ts';

/** Has main look after these tokens when a view opens, and when others come into it; main asks only where it is due. */
export function createOpeningCheck(tokens: Accessor<readonly TokenRef[]>): void {
  const usher = useUsher();
  createEffect(
    on(
      () => JSON.stringify(tokens()),
      () => {
        const opened = tokens();
        if (opened.length > 0)
          void usher.request('verdicts.check', { tokens: opened, isAsked: false });
      },
    ),
  );
}
