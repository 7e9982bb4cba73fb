import type { JSX } from 'solid-js';
import { cx } from '../ui/cx.ts';
import styles from './sheet.module.css';

/** What the pictures put a control into; by its name the tour finds whom to put there. */
export type Forced = 'hover' | 'pressed' | 'focus';

interface SheetProps {
  readonly title: string;
  readonly left: JSX.Element;
  readonly right: JSX.Element;
}

/** A page of the gallery: a broad column and a narrow one. */
export function Sheet(props: SheetProps): JSX.Element {
  return (
    <main class={styles.sheet}>
      <h1 class={styles.title}>{props.title}</h1>
      <div class={styles.columns}>
        <div class={styles.column}>{props.left}</div>
        <div class={styles.column}>{props.right}</div>
      </div>
    </main>
  );
}

export function Panel(props: {
  readonly title: string;
  readonly isTall?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <section class={cx(styles.panel, props.isTall === true && styles.tall)}>
      <h2 class={styles.name}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Controls beside each other, each with a word below it or none. */
export function Row(props: { readonly children: JSX.Element }): JSX.Element {
  return <div class={styles.row}>{props.children}</div>;
}

export function State(props: {
  readonly forced?: Forced;
  readonly caption?: string;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <div class={styles.state} data-forced={props.forced}>
      {props.children}
      <span class={styles.caption} aria-hidden="true">
        {props.caption}
      </span>
    </div>
  );
}
