import CircleX from 'lucide-solid/icons/circle-x';
import { children, Show, type JSX } from 'solid-js';
import styles from './inline-error.module.css';

interface InlineErrorProps {
  /** One sentence. */
  readonly children: JSX.Element;
  /** What can be done about it, as `LinkButton`s. */
  readonly actions?: JSX.Element;
}

/** What went wrong with one thing, below that thing's name. */
export function InlineError(props: InlineErrorProps): JSX.Element {
  const actions = children(() => props.actions);
  return (
    <p class={styles.error} role="alert">
      <CircleX size={14} stroke-width={2.25} aria-hidden="true" />
      <span>{props.children}</span>
      <Show when={actions()}>
        <span class={styles.actions}>{actions()}</span>
      </Show>
    </p>
  );
}

interface LinkButtonProps {
  readonly onClick: () => void;
  readonly children: JSX.Element;
}

/** An act in the middle of text. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  return (
    <button type="button" class={styles.link} onClick={() => props.onClick()}>
      {props.children}
    </button>
  );
}
