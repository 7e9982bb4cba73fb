import type { JSX } from 'solid-js';
import styles from './logo.module.css';

/** An usher's torch: a lamp and its beam. */
export function Logo(): JSX.Element {
  return (
    <svg class={styles.logo} viewBox="0 0 24 24" aria-hidden="true">
      <rect class={styles.ground} width="24" height="24" rx="6" />
      <path class={styles.beam} d="M12.4 10.2 20 6.2v11.6l-7.6-4z" />
      <path class={styles.lamp} d="M4 10.2h5.2l3.2-1.7v7l-3.2-1.7H4z" />
    </svg>
  );
}
