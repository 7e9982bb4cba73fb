import type { JSX } from 'solid-js';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './attempt-panel.module.css';

interface AttemptBusyProps {
  readonly children: string;
}

export function AttemptBusy(props: AttemptBusyProps): JSX.Element {
  return (
    <p class={styles.busy} role="status">
      <Spinner />
      {props.children}
    </p>
  );
}
