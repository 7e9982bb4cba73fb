import { children, Show, type JSX } from 'solid-js';
import styles from './empty-line.module.css';

interface EmptyLineProps {
  /** An icon of 16. */
  readonly icon: JSX.Element;
  /** One sentence. */
  readonly text: JSX.Element;
  /** The next step, as a button. */
  readonly action?: JSX.Element;
}

/** Nothing is here, said where the rows would be. */
export function EmptyLine(props: EmptyLineProps): JSX.Element {
  const action = children(() => props.action);
  return (
    <div class={styles.line}>
      <span class={styles.tile} aria-hidden="true">
        {props.icon}
      </span>
      <p class={styles.text}>{props.text}</p>
      <Show when={action()}>{action()}</Show>
    </div>
  );
}
