import { Show, type JSX } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import { uiText } from '../../shared/words/app.ts';
import styles from './error-details.module.css';

/** What Plex or a server said in its own words, for who looks into the matter; nothing where it said nothing. */
export function ErrorDetails(props: { readonly error: AppError | null }): JSX.Element {
  return (
    <Show when={props.error?.details}>
      {(details) => (
        <details class={styles.details}>
          <summary>{uiText().details}</summary>
          <p>{details()}</p>
        </details>
      )}
    </Show>
  );
}
