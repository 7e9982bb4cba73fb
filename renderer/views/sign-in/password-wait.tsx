import { Show, type JSX } from 'solid-js';
import { durationText } from '../../../shared/words/formats.ts';
import { passwordSignInText } from '../../../shared/words/sign-in.ts';
import styles from './password-card.module.css';

interface PasswordWaitProps {
  /** As it is at this moment. */
  readonly waitMs: number;
}

/** How long Plex wants to be left alone. */
export function PasswordWait(props: PasswordWaitProps): JSX.Element {
  return (
    <Show when={props.waitMs > 0}>
      <p class={styles.wait}>
        {passwordSignInText().waitFor(
          <span role="timer" aria-live="off">
            {durationText(props.waitMs)}
          </span>,
        )}
      </p>
    </Show>
  );
}
