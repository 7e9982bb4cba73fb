import { For, type JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import styles from './skeleton.module.css';

interface SkeletonProps {
  /** How many lines of text the place is kept for. */
  readonly lines?: number;
  /** What is loading, for readers. */
  readonly label?: string;
}

/** Keeps the place of text that is on its way. */
export function Skeleton(props: SkeletonProps): JSX.Element {
  return (
    <div role="status" aria-label={props.label ?? uiText().loading} class={styles.skeleton}>
      <For each={Array.from({ length: props.lines ?? 3 })}>
        {() => <span class={styles.line} />}
      </For>
    </div>
  );
}
