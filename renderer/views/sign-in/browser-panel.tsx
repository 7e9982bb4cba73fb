import ExternalLink from 'lucide-solid/icons/external-link';
import { Show, type JSX } from 'solid-js';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { browserSignInText, signInText } from '../../../shared/words/sign-in.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { createRemaining } from '../../ui/create-remaining.ts';
import { PinAttempt, WaitingCard, type PinPanelProps } from './pin-attempt.tsx';
import styles from './panels.module.css';

/** Before that there is time enough, and a clock would only hurry. */
const lastPartMs = 5 * 60_000;

/** Signing in on Plex's own page. */
export function BrowserPanel(props: PinPanelProps): JSX.Element {
  const start = createAction('signIn.startBrowser');
  const openAgain = createAction('signIn.openBrowserAgain');
  return (
    <PinAttempt
      kind="browser"
      start={start}
      forAccountId={props.forAccountId}
      title={browserSignInText().title}
      starting={browserSignInText().starting}
    >
      {(now, cancel) => (
        <>
          <WaitingCard
            title={signInText().waiting}
            detail={
              now().browserOpened
                ? browserSignInText().waitingDetail
                : browserSignInText().notOpened
            }
            actions={
              <>
                <Button
                  kind={now().browserOpened ? 'secondary' : 'filled'}
                  icon={<ExternalLink size={16} aria-hidden="true" />}
                  isBusy={openAgain.isBusy()}
                  onClick={() => void openAgain.run({})}
                >
                  {browserSignInText().openAgain}
                </Button>
                <CopyButton
                  size="medium"
                  label={browserSignInText().copyLink}
                  name={browserSignInText().linkName}
                  what={{ text: now().authUrl }}
                />
                {cancel}
              </>
            }
          />
          <Foot remainingMs={now().remainingMs} />
          <Show when={openAgain.error()}>
            {(error) => (
              <p class={styles.trouble} role="alert">
                {commonText().withNext(errorText(error()).title, errorText(error()).nextStep)}
              </p>
            )}
          </Show>
        </>
      )}
    </PinAttempt>
  );
}

/** What speaks for this way, and in the same place what time is left once that is little. */
function Foot(props: { readonly remainingMs: number }): JSX.Element {
  const usher = useUsher();
  const receivedAt = () => usher.state.receivedAt.signIn;
  const remaining = createRemaining(() => props.remainingMs, receivedAt);
  return (
    <p class={styles.note}>
      <Show when={remaining() <= lastPartMs} fallback={browserSignInText().foot}>
        {browserSignInText().timeLeft(
          <Countdown remainingMs={props.remainingMs} receivedAt={receivedAt()} />,
        )}
      </Show>
    </p>
  );
}
