import type { JSX } from 'solid-js';
import styles from './visually-hidden.module.css';

interface VisuallyHiddenProps {
  readonly children: JSX.Element;
}

/** For readers only. */
export function VisuallyHidden(props: VisuallyHiddenProps): JSX.Element {
  return <span class={styles.hidden}>{props.children}</span>;
}
