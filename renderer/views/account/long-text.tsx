import type { JSX } from 'solid-js';
import styles from './long-text.module.css';

interface LongTextProps {
  readonly children: string;
}

/** Text from Plex of any length: a few lines of it, the rest in the tooltip, and always in its own direction. */
export function LongText(props: LongTextProps): JSX.Element {
  return (
    <span class={styles.text} title={props.children.length > 80 ? props.children : undefined}>
      <bdi>{props.children}</bdi>
    </span>
  );
}
