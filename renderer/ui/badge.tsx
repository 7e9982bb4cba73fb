import type { JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './badge.module.css';

interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'info';
  /** A small icon (12) before the words. */
  readonly icon?: JSX.Element;
  readonly title?: string | undefined;
  readonly children: JSX.Element;
}

/** A short fact about the thing beside it. */
export function Badge(props: BadgeProps): JSX.Element {
  return (
    <span class={cx(styles.badge, styles[props.tone ?? 'neutral'])} title={props.title}>
      {props.icon}
      <span class={styles.words}>{props.children}</span>
    </span>
  );
}
