import type { JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './chip.module.css';

export interface ChipProps {
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'danger' | 'info';
  /** An icon of 12 before the word, so that the colour is never alone in telling. */
  readonly icon?: JSX.Element;
  readonly title?: string | undefined;
  readonly children: JSX.Element;
}

/** The state of the thing beside it. Kinds, roles and owners are no states: they are grey text. */
export function Chip(props: ChipProps): JSX.Element {
  return (
    <span class={cx(styles.chip, styles[props.tone ?? 'neutral'])} title={props.title}>
      {props.icon}
      <span class={styles.words}>{props.children}</span>
    </span>
  );
}
