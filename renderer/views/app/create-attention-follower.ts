import { createEffect, untrack } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';

/** Shows the account that the person wanted to see by clicking a notification. */
export function createAttentionFollower(): void {
  const usher = useUsher();
  createEffect(() => {
    const { attention } = usher.state;
    if (attention === null) return;
    untrack(() => {
      const { accountId } = attention;
      if (!usher.state.accounts.some(({ id }) => id === accountId)) return;
      usher.navigate({ view: 'account', accountId });
    });
  });
}
