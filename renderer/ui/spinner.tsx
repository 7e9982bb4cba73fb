import type { JSX } from 'solid-js';
import styles from './spinner.module.css';

/** Something is under way; say what beside it. */
export function Spinner(): JSX.Element {
  return <span class={styles.spinner} aria-hidden="true" />;
}
