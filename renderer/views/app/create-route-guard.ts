import { createEffect, on } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';

/** When the account being looked at goes (signed out, removed), or the last of them, shows what there is then. */
export function createRouteGuard(): void {
  const usher = useUsher();
  const isWaitingToSignIn = (): boolean =>
    usher.route().view === 'signIn' && usher.state.signIn.kind === 'idle';
  createEffect(
    on(
      () => usher.state.accounts.map((account) => account.id),
      (ids, before) => {
        const route = usher.route();
        const accountId = 'accountId' in route ? route.accountId : undefined;
        if (ids.length === 0) {
          // Without an account there is no sidebar, and so no way on from most views.
          if (route.view !== 'signIn' && route.view !== 'doctor')
            usher.navigate({ view: 'signIn' });
        } else if (before?.length === 0 && isWaitingToSignIn()) {
          // A sign-in of an earlier run was finished, or one in the terminal: there is something to see now.
          usher.navigate({ view: 'overview' });
        } else if (accountId !== undefined && !ids.includes(accountId)) {
          usher.navigate({ view: 'overview' });
        }
      },
    ),
  );
}
