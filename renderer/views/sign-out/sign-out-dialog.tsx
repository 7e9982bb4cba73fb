import { Match, Show, Switch, type JSX } from 'solid-js';
import type { SignOutSubject } from '../../state/use-usher.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';
import { uiText } from '../../../shared/words/app.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { createSignOut } from './create-sign-out.ts';
import { HomeUsersAlong } from './home-users-along.tsx';
import { SignOutLeftBehind } from './sign-out-left-behind.tsx';
import { SignOutTickList } from './sign-out-ticks.tsx';

interface SignOutDialogProps {
  readonly account: SignOutSubject;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks, signs out, and shows what was proved. Where Plex can't be asked, it is finished later or removed here alone. */
export function SignOutDialog(props: SignOutDialogProps): JSX.Element {
  const usher = useUsher();
  const isHomeUser = () =>
    usher.state.accounts.some(({ id, homeOf }) => id === props.account.id && homeOf !== null);
  const close = (): void => props.onClose();
  const state = createSignOut(
    () => props.account,
    () => props.isOpen,
    close,
  );
  const title = () => {
    const { title: name } = props.account;
    if (state.stage() === 'done') {
      return state.isRevoked() ? signOutText().doneTitle(name) : signOutText().removedTitle(name);
    }
    return state.stage() === 'waiting'
      ? signOutText().waitingTitle(name)
      : signOutText().title(name);
  };

  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={close}
      title={title()}
      size="large"
      description={
        <Switch>
          <Match when={state.stage() === 'asking'}>
            <p>{isHomeUser() ? signOutText().homeUserDetail : signOutText().detail}</p>
            <HomeUsersAlong accountId={props.account.id} isRevoking />
            <p>{signOutText().transientDetail}</p>
            <Show when={props.account.storage === 'session'}>
              <p>{signOutText().untilQuitDetail}</p>
            </Show>
          </Match>
          <Match when={state.stage() === 'waiting'}>
            <p>{signOutText().waitingDetail(props.account.storage)}</p>
          </Match>
          <Match when={state.stage() === 'done'}>
            <p>
              <Switch fallback={signOutText().notAskedDetail}>
                <Match when={state.ticks()?.rejected.state === 'done'}>
                  {signOutText().doneDetail}
                </Match>
                <Match when={state.isRevoked()}>{signOutText().unprovedDetail}</Match>
              </Switch>
            </p>
          </Match>
        </Switch>
      }
      actions={
        <Show
          when={state.stage() !== 'done'}
          fallback={
            <Button kind="filled" onClick={close}>
              {signOutText().done}
            </Button>
          }
        >
          <Button onClick={close}>
            {state.stage() === 'running' || state.stage() === 'waiting'
              ? uiText().close
              : uiText().cancel}
          </Button>
          <Show when={state.canLeave()}>
            <Button
              kind="dangerFill"
              isBusy={state.isLeaving()}
              onClick={() => void state.removeLocally()}
            >
              {signOutText().removeLocally}
            </Button>
          </Show>
          <Show when={state.canFinishLater()}>
            <Button isBusy={state.isLeaving()} onClick={() => void state.finishLater()}>
              {signOutText().finishLater}
            </Button>
          </Show>
          <Button
            kind={state.canLeave() ? 'secondary' : 'dangerFill'}
            isBusy={state.stage() === 'running'}
            disabled={state.isLeaving()}
            onClick={() => void state.signOut()}
          >
            <Switch fallback={signOutText().signOut}>
              <Match when={state.stage() === 'waiting'}>{signOutText().tryNow}</Match>
              <Match when={state.stage() === 'failed'}>{uiText().tryAgain}</Match>
            </Switch>
          </Button>
        </Show>
      }
    >
      <Show when={state.ticks()}>
        {(ticks) => <SignOutTickList ticks={ticks()} storage={props.account.storage} />}
      </Show>
      <Show when={state.stage() !== 'done' && state.error()}>
        {(failure) => <ErrorState isInline error={failure()} />}
      </Show>
      <Show when={state.canFinishLater()}>
        <p>{signOutText().laterDetail(props.account.storage)}</p>
      </Show>
      <Show when={state.canLeave()}>
        <SignOutLeftBehind />
        <HomeUsersAlong accountId={props.account.id} isRevoking={false} />
      </Show>
    </Dialog>
  );
}
