import { children, createUniqueId, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly description?: JSX.Element;
  /** Buttons at the right of the title. */
  readonly actions?: JSX.Element;
  /** Without the inner space: for tables and rows that reach the edge. */
  readonly isFlush?: boolean;
  readonly class?: string | undefined;
  readonly ref?: (section: HTMLElement) => void;
  readonly children: JSX.Element;
}

/** A card with a heading (h2), which can take the focus of what is gone from it; a landmark of its own for readers. */
export function Section(props: SectionProps): JSX.Element {
  const titleId = createUniqueId();
  const description = children(() => props.description);
  const actions = children(() => props.actions);
  return (
    <section ref={props.ref} class={cx(styles.section, props.class)} aria-labelledby={titleId}>
      <header class={styles.header}>
        <div class={styles.heading}>
          <h2 id={titleId} class={styles.title} tabindex={-1}>
            {props.title}
          </h2>
          <Show when={description()}>
            <div class={styles.description}>{description()}</div>
          </Show>
        </div>
        <Show when={actions()}>
          <div class={styles.actions}>{actions()}</div>
        </Show>
      </header>
      <div class={props.isFlush === true ? styles.flush : styles.body}>{props.children}</div>
    </section>
  );
}
