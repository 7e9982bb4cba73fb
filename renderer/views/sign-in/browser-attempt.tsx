import ExternalLink from 'lucide-solid/icons/external-link';
import { createMemo, Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { browserSignInText } from '../../text/browser-sign-in-text.ts';
import { errorText } from '../../../shared/text/error-text.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { AttemptBusy } from './attempt-busy.tsx';
import { AttemptPanel } from './attempt-panel.tsx';
import { AttemptTrouble } from './attempt-trouble.tsx';
import styles from './attempt-panel.module.css';

interface BrowserAttemptProps {
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

/** Signing in on Plex's own page, from the click to the account. */
export function BrowserAttempt(props: BrowserAttemptProps): JSX.Element {
  const usher = useUsher();
  const start = createAction('signIn.startBrowser');
  const openAgain = createAction('signIn.openBrowserAgain');
  const cancel = createAction('signIn.cancel');

  const attempt = createMemo(() => {
    const { signIn } = usher.state;
    return signIn.kind === 'browser' ? signIn : null;
  });
  const waiting = createMemo(() => {
    const now = attempt();
    return now?.phase === 'waiting' ? now : null;
  });
  const failure = createMemo(() => {
    const now = attempt();
    return now?.phase === 'failed' ? now.error : null;
  });

  return (
    <AttemptPanel
      title={waiting() === null ? browserSignInText.title : browserSignInText.waitingTitle}
      actions={
        <>
          <Show when={waiting()}>
            {(now) => (
              <>
                <Button
                  variant={now().browserOpened ? 'secondary' : 'primary'}
                  icon={<ExternalLink size={16} aria-hidden="true" />}
                  isBusy={openAgain.isBusy()}
                  onClick={() => void openAgain.run({})}
                >
                  {browserSignInText.openAgain}
                </Button>
                <CopyButton
                  size="medium"
                  label={browserSignInText.copyLink}
                  name={browserSignInText.linkName}
                  what={{ text: now().authUrl }}
                />
              </>
            )}
          </Show>
          <Show when={failure()}>
            <Button
              variant="primary"
              isBusy={start.isBusy()}
              onClick={() => void start.run({ forAccountId: props.forAccountId })}
            >
              {signInText.startAgain}
            </Button>
          </Show>
          <Button variant="quiet" isBusy={cancel.isBusy()} onClick={() => void cancel.run({})}>
            {failure() === null ? signInText.cancel : signInText.back}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={attempt()?.phase === 'starting'}>
          <AttemptBusy>{browserSignInText.starting}</AttemptBusy>
        </Match>
        <Match when={attempt()?.phase === 'finishing'}>
          <AttemptBusy>{signInText.finishing}</AttemptBusy>
        </Match>
        <Match when={failure()}>{(error) => <ErrorState isInline error={error()} />}</Match>
        <Match when={waiting()}>
          {(now) => (
            <>
              <p class={styles.detail}>
                {now().browserOpened
                  ? browserSignInText.waitingDetail
                  : browserSignInText.notOpened}
              </p>
              <p class={styles.time}>
                {browserSignInText.timeLeft}{' '}
                <Countdown
                  class={styles.left}
                  remainingMs={now().remainingMs}
                  receivedAt={usher.state.receivedAt.signIn}
                />
              </p>
              <AttemptTrouble trouble={now().trouble} />
            </>
          )}
        </Match>
      </Switch>
      <Show when={openAgain.error()}>
        {(error) => (
          <p class={styles.trouble} role="alert">
            {errorText(error()).title}. {errorText(error()).nextStep}
          </p>
        )}
      </Show>
    </AttemptPanel>
  );
}
