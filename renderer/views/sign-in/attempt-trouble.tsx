import { Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { signInText } from '../../../shared/words/sign-in.ts';
import { ErrorDetails } from '../../ui/error-details.tsx';
import styles from './attempt-panel.module.css';

interface AttemptTroubleProps {
  readonly trouble: AppError | null;
}

/** Plex could not be asked just now; waiting goes on, and an approval meanwhile is not lost. */
export function AttemptTrouble(props: AttemptTroubleProps): JSX.Element {
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
