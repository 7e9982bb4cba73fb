import { For, Show, type JSX } from 'solid-js';
import { splitMatches } from './split-matches.ts';
import styles from './record-line.module.css';

interface MarkedTextProps {
  readonly text: string;
  readonly query: string;
}

/** Text from Plex, set apart from the direction of the text around it, with what was searched for marked. */
export function MarkedText(props: MarkedTextProps): JSX.Element {
  return (
    <bdi>
      <For each={splitMatches(props.text, props.query)}>
        {(part) => (
          <Show when={part.isMatch} fallback={part.text}>
            <mark class={styles.match}>{part.text}</mark>
          </Show>
        )}
      </For>
    </bdi>
  );
}
