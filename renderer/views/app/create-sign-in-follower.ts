import { createEffect, createMemo, on } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { signInText } from '../../../shared/words/sign-in.ts';

/** When a sign-in is done: says so, and shows the overview to who waits for it. */
export function createSignInFollower(): void {
  const usher = useUsher();
  // The account can be told of a moment after the sign-in; there is nothing to see before.
  const done = createMemo(() => {
    const { signIn, accounts } = usher.state;
    if (signIn.kind !== 'done') return null;
    return accounts.some(({ id }) => id === signIn.accountId) ? signIn : null;
  });

  createEffect(
    on(
      done,
      (signIn) => {
        const account = usher.state.accounts.find(({ id }) => id === signIn?.accountId);
        if (signIn === null || account === undefined) return;
        const say = signIn.wasReplaced ? signInText().signedInAgain : signInText().signedIn;
        usher.announce(say(account.title));
        // Somebody who went on to another view meanwhile is not pulled away from it.
        if (usher.route().view === 'signIn') usher.navigate({ view: 'overview' });
      },
      // One that was done before this window came is no news.
      { defer: true },
    ),
  );
}
