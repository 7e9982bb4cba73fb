import { createUniqueId, Show, type JSX } from 'solid-js';
import { numberText } from '../../shared/words/formats.ts';
import styles from './block.module.css';

interface BlockProps {
  readonly title: string;
  /** Beside the title; nothing where there is none. */
  readonly count?: number;
  /** At the end of the title's line. */
  readonly end?: JSX.Element;
  readonly children: JSX.Element;
}

/** A card below its title. */
export function Block(props: BlockProps): JSX.Element {
  const titleId = createUniqueId();
  return (
    <section class={styles.block} aria-labelledby={titleId}>
      <header class={styles.header}>
        <h2 id={titleId} class={styles.title} tabindex={-1}>
          {props.title}
        </h2>
        <Show when={props.count !== undefined && props.count > 0}>
          <span class={styles.count}>{numberText(props.count ?? 0)}</span>
        </Show>
        <Show when={props.end}>
          <span class={styles.end}>{props.end}</span>
        </Show>
      </header>
      <div class={styles.card}>{props.children}</div>
    </section>
  );
}
