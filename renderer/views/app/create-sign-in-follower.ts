import { createEffect, createMemo, untrack } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { signInText } from '../../../shared/words/sign-in.ts';

/** When a sign-in is done: says so, shows the account to who waits for it, and puts the attempt away. */
export function createSignInFollower(): void {
  const usher = useUsher();
  // The account can be told of a moment after the sign-in; its page needs it.
  const done = createMemo(() => {
    const { signIn, accounts } = usher.state;
    if (signIn.kind !== 'done') return null;
    const account = accounts.find((each) => each.id === signIn.accountId);
    return account === undefined ? null : { account, wasReplaced: signIn.wasReplaced };
  });

  createEffect(() => {
    const finished = done();
    if (finished === null) return;
    untrack(() => {
      const { account, wasReplaced } = finished;
      const say = wasReplaced ? signInText().signedInAgain : signInText().signedIn;
      usher.announce(say(account.title));
      // Somebody who went on to another view meanwhile is not pulled away from it.
      if (usher.route().view === 'signIn') {
        usher.navigate({ view: 'account', accountId: account.id });
      }
      void usher.request('signIn.cancel', {});
    });
  });
}
