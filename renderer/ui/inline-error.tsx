import { children, Show, type JSX } from 'solid-js';
import { ToneIcon } from './banner.tsx';
import { cx } from './cx.ts';
import styles from './inline-error.module.css';

interface InlineErrorProps {
  /** A warning where the thing was done all the same. */
  readonly tone?: 'danger' | 'warn';
  /** One sentence. */
  readonly children: JSX.Element;
  /** What can be done about it, as `LinkButton`s. */
  readonly actions?: JSX.Element;
}

/** What went wrong with one thing, below that thing's name. */
export function InlineError(props: InlineErrorProps): JSX.Element {
  const actions = children(() => props.actions);
  const tone = () => props.tone ?? 'danger';
  return (
    <p class={cx(styles.error, styles[tone()])} role="alert">
      <ToneIcon tone={tone()} size={14} />
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
