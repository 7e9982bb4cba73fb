import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './menu.module.css';

interface MenuProps {
  /** Names the button that opens it. */
  readonly label: string;
  readonly icon: JSX.Element;
  readonly items: readonly MenuItem[];
  readonly size?: 'small' | 'medium';
}

interface MenuItem {
  readonly label: string;
  /** A second line, smaller. */
  readonly detail?: string;
  readonly icon?: JSX.Element;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
}

/** A button with a few further actions. */
export function Menu(props: MenuProps): JSX.Element {
  return (
    <DropdownMenu placement="bottom-end" gutter={4}>
      <DropdownMenu.Trigger
        class={cx(styles.trigger, props.size === 'small' && styles.small)}
        aria-label={props.label}
        title={props.label}
      >
        {props.icon}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class={styles.menu}>
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                class={cx(styles.item, item.isDangerous === true && styles.danger)}
                onSelect={() => item.onSelect()}
              >
                {item.icon}
                <span class={styles.words}>
                  {item.label}
                  <Show when={item.detail}>
                    <span class={styles.detail}>{item.detail}</span>
                  </Show>
                </span>
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
