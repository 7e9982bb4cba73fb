import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import type { SignOutSubject } from '../../state/use-usher.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

/**
 * The one sign-out dialog of the window: it outlives the page of the account, which goes before the proof is shown. Each
 * account has its own: what comes of one that was closed is never told of the next.
 */
export function SignOutHost(): JSX.Element {
  const usher = useUsher();
  const [last, setLast] = createSignal<SignOutSubject | null>(null);
  createEffect(
    on(usher.signingOut, (subject) => {
      if (subject !== null) setLast(subject);
    }),
  );
  return (
    <Show keyed when={last()?.id}>
      <Show when={last()}>
        {(subject) => (
          <SignOutDialog
            account={subject()}
            isOpen={usher.signingOut() !== null}
            onClose={() => usher.askToSignOut(null)}
          />
        )}
      </Show>
    </Show>
  );
}
