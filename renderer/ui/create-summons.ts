import { createSignal, type Accessor } from 'solid-js';
import type { MenuSummons } from './whole-menu.tsx';

interface Summons {
  readonly summons: Accessor<MenuSummons | null>;
  /** Of the row. */
  readonly summon: (event: MouseEvent & { readonly currentTarget: HTMLElement }) => void;
}

/**
 * Has a row's menu open at the pointer, for the secondary button of a mouse, the menu key, and Shift+F10. What is in the row
 * and has the focus gets it back, else what the selector finds there.
 */
export function createSummons(selector = 'button'): Summons {
  const [summons, setSummons] = createSignal<MenuSummons | null>(null);
  const summon: Summons['summon'] = (event) => {
    const row = event.currentTarget;
    // Solid hands on what happens in the menu itself, in the name of an element in here.
    const [target] = event.composedPath();
    if (!(target instanceof Element) || !row.contains(target)) return;
    event.preventDefault();
    const { activeElement } = document;
    const from =
      activeElement instanceof HTMLElement && row.contains(activeElement)
        ? activeElement
        : row.querySelector<HTMLElement>(selector);
    setSummons({ x: event.clientX, y: event.clientY, from });
  };
  return { summons, summon };
}
