import { For, type JSX } from 'solid-js';
import styles from './tabs.module.css';

interface TabLinksProps {
  /** Names the row for readers. */
  readonly label: string;
  readonly links: readonly {
    readonly label: string;
    readonly isCurrent: boolean;
    readonly onGo: () => void;
  }[];
}

/** Tabs that are pages of their own, each with its place in the window. */
export function TabLinks(props: TabLinksProps): JSX.Element {
  return (
    <nav class={styles.list} aria-label={props.label}>
      <For each={props.links}>
        {(link) => (
          <button
            type="button"
            class={styles.tab}
            data-selected={link.isCurrent ? '' : undefined}
            aria-current={link.isCurrent ? 'page' : undefined}
            onClick={() => link.onGo()}
          >
            <span class={styles.words} data-label={link.label}>
              {link.label}
            </span>
          </button>
        )}
      </For>
    </nav>
  );
}
