import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { Menu } from './menu.tsx';
import styles from './visually-hidden.module.css';
import type { MenuEntry, MenuSummons } from './whole-menu.tsx';

interface SummonedMenuProps {
  /** What it is the menu of. */
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly summons: MenuSummons | null;
}

/** The menu of a row that has no button for one: there only while it is open. */
export function SummonedMenu(props: SummonedMenuProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false);
  createEffect(
    on(
      () => props.summons,
      (summons) => setIsOpen(summons !== null),
      { defer: true },
    ),
  );
  return (
    <Show when={isOpen()}>
      <Menu
        label={props.label}
        icon={null}
        items={props.items}
        triggerClass={styles.hidden}
        summons={props.summons}
        onClosed={() => setIsOpen(false)}
      />
    </Show>
  );
}
