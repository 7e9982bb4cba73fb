import ExternalLink from 'lucide-solid/icons/external-link';
import { Show, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { browserSignInText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { PinAttempt } from './pin-attempt.tsx';
import styles from './attempt-panel.module.css';

interface BrowserAttemptProps {
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

/** Signing in on Plex's own page. */
export function BrowserAttempt(props: BrowserAttemptProps): JSX.Element {
  const usher = useUsher();
  const start = createAction('signIn.startBrowser');
  const openAgain = createAction('signIn.openBrowserAgain');
  return (
    <PinAttempt
      kind="browser"
      start={start}
      forAccountId={props.forAccountId}
      text={browserSignInText()}
      actions={(now) => (
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
        </>
      )}
    >
      {(now) => (
        <>
          <p class={styles.detail}>
            {now().browserOpened
              ? browserSignInText().waitingDetail
              : browserSignInText().notOpened}
          </p>
          <p class={styles.time}>
            {browserSignInText().timeLeft(
              <Countdown
                class={styles.left}
                remainingMs={now().remainingMs}
                receivedAt={usher.state.receivedAt.signIn}
              />,
            )}
          </p>
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
