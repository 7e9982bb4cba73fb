import { For, type JSX } from 'solid-js';
import styles from './tags.module.css';

interface TagsProps {
  readonly label: string;
  readonly items: readonly string[];
}

/** Plex's own identifiers, as Plex writes them. */
export function Tags(props: TagsProps): JSX.Element {
  return (
    <ul class={styles.tags} aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <li class={styles.tag} title={item}>
            <bdi>{item}</bdi>
          </li>
        )}
      </For>
    </ul>
  );
}
