import type { JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './spinner.module.css';

/** Something is under way; say what beside it. */
export function Spinner(props: { readonly isLarge?: boolean }): JSX.Element {
  return (
    <span class={cx(styles.spinner, props.isLarge === true && styles.large)} aria-hidden="true" />
  );
}
