import type { JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './card.module.css';

interface CardProps {
  readonly class?: string | undefined;
  readonly children: JSX.Element;
}

/** The surface of a section without its heading. */
export function Card(props: CardProps): JSX.Element {
  return <div class={cx(styles.card, props.class)}>{props.children}</div>;
}
