import { createEffect, on } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';

/** When the account being looked at goes (signed out, removed), shows the next one, or signing in. */
export function createRouteGuard(): void {
  const usher = useUsher();
  createEffect(
    on(
      () => usher.state.accounts.map((account) => account.id),
      (ids) => {
        const route = usher.route();
        if (!('accountId' in route) || ids.includes(route.accountId)) return;
        const next = ids[0];
        usher.navigate(
          next === undefined ? { view: 'signIn' } : { view: 'servers', accountId: next },
        );
      },
    ),
  );
}
