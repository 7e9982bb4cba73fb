import { Show, type JSX } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/words/errors.ts';
import { ErrorDetails } from './error-details.tsx';
import styles from './button-with-outcome.module.css';

/** Beside a button, why its last press came to nothing. */
export function ButtonError(props: { readonly error: AppError | null }): JSX.Element {
  return (
    <Show when={props.error}>
      {(failure) => (
        <>
          <span class={styles.error} role="alert" title={errorText(failure()).nextStep}>
            {errorText(failure()).title}
          </span>
          <ErrorDetails error={failure()} />
        </>
      )}
    </Show>
  );
}
