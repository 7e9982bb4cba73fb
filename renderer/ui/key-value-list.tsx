import type { JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './key-value-list.module.css';

interface KeyValueListProps {
  readonly class?: string | undefined;
  /** `KeyValue` rows. */
  readonly children: JSX.Element;
}

/** Names and values in two columns; below each other where it is narrow. */
export function KeyValueList(props: KeyValueListProps): JSX.Element {
  return <dl class={cx(styles.list, props.class)}>{props.children}</dl>;
}
