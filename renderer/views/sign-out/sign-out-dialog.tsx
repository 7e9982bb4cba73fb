import { createEffect, on, Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/app-error.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signOutText } from '../../text/sign-out-text.ts';
import { uiText } from '../../text/ui-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SignOutLeftBehind } from './sign-out-left-behind.tsx';

interface SignOutDialogProps {
  readonly account: AccountSummary;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Revokes at Plex and removes here; where Plex cannot be asked, offers to remove here alone and says what stays. */
export function SignOutDialog(props: SignOutDialogProps): JSX.Element {
  const usher = useUsher();
  const signOut = createAction('account.signOut');
  const removeLocally = createAction('account.removeLocally');
  const error = () => removeLocally.error() ?? signOut.error();
  const couldNotAsk = () => {
    const failure = signOut.error();
    return failure !== null && saysNothingOfToken(failure);
  };
  const isBusy = () => signOut.isBusy() || removeLocally.isBusy();

  // A dialog opened again begins anew.
  createEffect(
    on(
      () => props.isOpen,
      () => {
        signOut.clearError();
        removeLocally.clearError();
      },
      { defer: true },
    ),
  );

  const run = async (how: 'signOut' | 'removeLocally'): Promise<void> => {
    // The account is gone once the answer is there.
    const { id, title } = props.account;
    const result = await (how === 'signOut' ? signOut : removeLocally).run({ accountId: id });
    if (!result.ok) return;
    usher.announce(how === 'signOut' ? signOutText.signedOut(title) : signOutText.removed(title));
    props.onClose();
  };

  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={signOutText.title(props.account.title)}
      description={
        <>
          <p>{signOutText.detail}</p>
          <p>{signOutText.transientDetail}</p>
          <Show when={props.account.storage === 'session'}>
            <p>{signOutText.sessionOnlyDetail}</p>
          </Show>
        </>
      }
      actions={
        <>
          <Button onClick={() => props.onClose()}>{uiText.cancel}</Button>
          <Show when={couldNotAsk()}>
            <Button
              variant="danger"
              isBusy={removeLocally.isBusy()}
              onClick={() => void run('removeLocally')}
            >
              {signOutText.removeLocally}
            </Button>
          </Show>
          <Button
            variant={couldNotAsk() ? 'secondary' : 'danger'}
            isBusy={signOut.isBusy()}
            disabled={removeLocally.isBusy()}
            onClick={() => {
              if (!isBusy()) void run('signOut');
            }}
          >
            {signOut.error() === null ? signOutText.signOut : uiText.tryAgain}
          </Button>
        </>
      }
    >
      <Show when={error()}>{(failure) => <ErrorState isInline error={failure()} />}</Show>
      <Show when={couldNotAsk()}>
        <SignOutLeftBehind />
      </Show>
    </Dialog>
  );
}

/** Failures that leave the token as it is at Plex: it could not be asked, or there is no token to ask with. */
function saysNothingOfToken({ code }: AppError): boolean {
  const isTokenGone = code === 'vault.missing' || code === 'vault.changed';
  return isTokenGone || code.startsWith('network.') || code.startsWith('plex.');
}
