import { children, Show, type JSX } from 'solid-js';
import styles from './state.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly detail: JSX.Element;
  /** An icon of 24. */
  readonly icon?: JSX.Element;
  /** The next step, as buttons. */
  readonly actions?: JSX.Element;
}

/** Nothing is here, which is no mistake: what would be here, and how it gets here. */
export function EmptyState(props: EmptyStateProps): JSX.Element {
  const icon = children(() => props.icon);
  const actions = children(() => props.actions);
  return (
    <div class={styles.state}>
      <Show when={icon()}>
        <div class={styles.icon} aria-hidden="true">
          {icon()}
        </div>
      </Show>
      <p class={styles.title}>{props.title}</p>
      <div class={styles.detail}>{props.detail}</div>
      <Show when={actions()}>
        <div class={styles.actions}>{actions()}</div>
      </Show>
    </div>
  );
}
