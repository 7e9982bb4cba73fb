import { createEffect, untrack } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';

/** Shows what the person wanted to see, by clicking a notification or in the tray. */
export function createWantedFollower(): void {
  const usher = useUsher();
  createEffect(() => {
    const { wanted } = usher.state;
    if (wanted === null) return;
    untrack(() => {
      const { view } = wanted;
      const isGone =
        'accountId' in view && !usher.state.accounts.some(({ id }) => id === view.accountId);
      if (!isGone) usher.navigate(view);
    });
  });
}
