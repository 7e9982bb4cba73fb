import { createMemo, Match, Show, Switch, type Accessor, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import { createAction, type Action } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signInText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { AttemptBusy } from './attempt-busy.tsx';
import { AttemptPanel } from './attempt-panel.tsx';
import { AttemptTrouble } from './attempt-trouble.tsx';

type PinKind = 'browser' | 'code';

/** An attempt that waits for the person to approve it at Plex. */
export type WaitingAttempt<Kind extends PinKind> = Extract<
  SignInState,
  { readonly kind: Kind; readonly phase: 'waiting' }
>;

interface PinAttemptProps<Kind extends PinKind> {
  readonly kind: Kind;
  /** What begins it anew. */
  readonly start: Action<'signIn.startBrowser'> | Action<'signIn.startCode'>;
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
  readonly text: {
    readonly title: string;
    readonly waitingTitle: string;
    readonly starting: string;
  };
  /** Buttons, while it waits. */
  readonly actions: (attempt: Accessor<WaitingAttempt<Kind>>) => JSX.Element;
  /** What is to be done and seen while it waits. */
  readonly children: (attempt: Accessor<WaitingAttempt<Kind>>) => JSX.Element;
}

/** What all ways have in common that are approved at Plex, from the click to the account. */
export function PinAttempt<Kind extends PinKind>(props: PinAttemptProps<Kind>): JSX.Element {
  const usher = useUsher();
  const cancel = createAction('signIn.cancel');

  const attempt = createMemo(() => {
    const { signIn } = usher.state;
    return signIn.kind === 'browser' || signIn.kind === 'code' ? signIn : null;
  });
  const waiting = createMemo(() => {
    const now = attempt();
    return now !== null && isWaiting(now, props.kind) ? now : null;
  });
  const failure = createMemo(() => {
    const now = attempt();
    return now?.phase === 'failed' ? now.error : null;
  });

  return (
    <AttemptPanel
      title={waiting() === null ? props.text.title : props.text.waitingTitle}
      actions={
        <>
          <Show when={waiting()}>{(now) => props.actions(now)}</Show>
          <Show when={failure()}>
            <Button
              kind="filled"
              isBusy={props.start.isBusy()}
              onClick={() => void props.start.run({ forAccountId: props.forAccountId })}
            >
              {signInText().startAgain}
            </Button>
          </Show>
          <Button kind="quiet" isBusy={cancel.isBusy()} onClick={() => void cancel.run({})}>
            {failure() === null ? signInText().cancel : signInText().back}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={attempt()?.phase === 'starting'}>
          <AttemptBusy>{props.text.starting}</AttemptBusy>
        </Match>
        <Match when={attempt()?.phase === 'finishing'}>
          <AttemptBusy>{signInText().finishing}</AttemptBusy>
        </Match>
        <Match when={failure()}>{(error) => <ErrorState isInline error={error()} />}</Match>
        <Match when={waiting()}>
          {(now) => (
            <>
              {props.children(now)}
              <AttemptTrouble trouble={now().trouble} />
            </>
          )}
        </Match>
      </Switch>
    </AttemptPanel>
  );
}

const isWaiting = <Kind extends PinKind>(
  state: SignInState,
  kind: Kind,
): state is WaitingAttempt<Kind> =>
  state.kind === kind && 'phase' in state && state.phase === 'waiting';
