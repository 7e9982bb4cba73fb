import { Tabs as KobalteTabs } from '@kobalte/core/tabs';
import { Index, Show, untrack, type JSX } from 'solid-js';
import styles from './tabs.module.css';

interface TabsProps {
  /** Names the row of tabs for readers. */
  readonly label: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly tabs: readonly {
    readonly value: string;
    readonly label: string;
    readonly count?: number;
    readonly content: () => JSX.Element;
  }[];
}

/** Arrow keys move between tabs; only the shown one's content exists. */
export function Tabs(props: TabsProps): JSX.Element {
  return (
    <KobalteTabs
      class={styles.tabs}
      {...(props.value === undefined ? {} : { value: props.value })}
      onChange={(value: string) => props.onChange?.(value)}
    >
      <KobalteTabs.List class={styles.list} aria-label={props.label}>
        <Index each={props.tabs}>
          {(tab) => (
            <KobalteTabs.Trigger value={tab().value} class={styles.tab}>
              {tab().label}{' '}
              <Show when={tab().count !== undefined}>
                <span class={styles.count}>{tab().count}</span>
              </Show>
            </KobalteTabs.Trigger>
          )}
        </Index>
      </KobalteTabs.List>
      <Index each={props.tabs}>
        {(tab) => (
          <KobalteTabs.Content value={tab().value} class={styles.content}>
            {untrack(() => tab().content())}
          </KobalteTabs.Content>
        )}
      </Index>
    </KobalteTabs>
  );
}
