import { createMemo, Match, Show, Switch, type Accessor, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { signInText } from '../../../shared/words/sign-in.ts';
import { createAction, type Action } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { OpenedWay, Trouble } from './column.tsx';
import styles from './panels.module.css';

type PinKind = 'browser' | 'code';

/** An attempt that waits for the person to approve it at Plex. */
type WaitingAttempt<Kind extends PinKind> = Extract<
  SignInState,
  { readonly kind: Kind; readonly phase: 'waiting' }
>;

export interface PinPanelProps {
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

interface PinAttemptProps<Kind extends PinKind> extends PinPanelProps {
  readonly kind: Kind;
  /** What begins it again. */
  readonly start: Action<'signIn.startBrowser'> | Action<'signIn.startCode'>;
  readonly title: string;
  readonly starting: string;
  readonly isWide?: boolean;
  /** What is to be done and seen while it waits. */
  readonly children: (attempt: Accessor<WaitingAttempt<Kind>>, cancel: JSX.Element) => JSX.Element;
}

/** What all ways have in common that are approved at Plex, from the click to the account. */
export function PinAttempt<Kind extends PinKind>(props: PinAttemptProps<Kind>): JSX.Element {
  const usher = useUsher();
  const cancel = createAction('signIn.cancel');
  const goBack = () => void cancel.run({});

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
  const cancelButton = () => (
    <Button kind="plain" isBusy={cancel.isBusy()} onClick={goBack}>
      {signInText().cancel}
    </Button>
  );
  const nextSteps = () => (
    <>
      <Button
        size="small"
        isBusy={props.start.isBusy()}
        onClick={() => void props.start.run({ forAccountId: props.forAccountId })}
      >
        {uiText().tryAgain}
      </Button>
      <Button size="small" kind="plain" isBusy={cancel.isBusy()} onClick={goBack}>
        {signInText().otherOptions}
      </Button>
    </>
  );

  return (
    <OpenedWay
      title={props.title}
      isWide={props.isWide === true && failure() === null}
      backLabel={signInText().back}
      onBack={goBack}
    >
      <Switch>
        <Match when={attempt()?.phase === 'starting'}>
          <WaitingCard title={props.starting} actions={cancelButton()} />
        </Match>
        <Match when={attempt()?.phase === 'finishing'}>
          <WaitingCard title={signInText().finishing} actions={cancelButton()} />
        </Match>
        <Match when={failure()}>
          {(error) => (
            <Show
              when={error().code === 'plex.pinExpired'}
              fallback={<Trouble error={error()} actions={nextSteps()} />}
            >
              <div role="alert">
                <Banner
                  tone="neutral"
                  title={commonText().sentence(errorText(error()).title)}
                  actions={nextSteps()}
                />
              </div>
            </Show>
          )}
        </Match>
        <Match when={waiting()}>
          {(now) => (
            <>
              {props.children(now, cancelButton())}
              <StillWaiting trouble={now().trouble} />
            </>
          )}
        </Match>
      </Switch>
    </OpenedWay>
  );
}

interface WaitingCardProps {
  readonly title: string;
  readonly detail?: JSX.Element;
  readonly actions: JSX.Element;
}

/** Something is under way with Plex, and this is all there is to see of it. */
export function WaitingCard(props: WaitingCardProps): JSX.Element {
  return (
    <div class={styles.waiting}>
      <Spinner isLarge />
      <div class={styles.said} role="status">
        <p class={styles.title}>{props.title}</p>
        <Show when={props.detail}>
          <p>{props.detail}</p>
        </Show>
      </div>
      <div class={styles.actions}>{props.actions}</div>
    </div>
  );
}

/** Plex could not be asked just now; waiting goes on, and an approval meanwhile is not lost. */
function StillWaiting(props: { readonly trouble: AppError | null }): JSX.Element {
  return (
    <>
      <div role="status">
        <Show when={props.trouble}>
          {(trouble) => (
            <p class={styles.trouble}>
              {commonText().withNext(errorText(trouble()).title, signInText().stillWaiting)}
            </p>
          )}
        </Show>
      </div>
      <ErrorDetails error={props.trouble} />
    </>
  );
}

const isWaiting = <Kind extends PinKind>(
  state: SignInState,
  kind: Kind,
): state is WaitingAttempt<Kind> =>
  state.kind === kind && 'phase' in state && state.phase === 'waiting';
