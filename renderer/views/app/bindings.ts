import type { shortcutsText } from '../../../shared/words/app.ts';

type Does = keyof ReturnType<typeof shortcutsText>['does'];

export interface Binding {
  readonly does: Does;
  readonly group: 'window' | 'servers' | 'lists';
  /** As a person reads them; `Mod` is Ctrl, on macOS Command. */
  readonly keys: readonly string[];
  /** As events name them, where it works everywhere, with Ctrl or Command; what lists and fields do with theirs is their own. */
  readonly pressed?: readonly string[];
}

/** All keys there are, once: the window listens to those that are pressed everywhere, and the help tells of each. */
export const bindings = [
  { does: 'search', group: 'window', keys: ['Mod', 'K'], pressed: ['k'] },
  {
    does: 'places',
    group: 'window',
    keys: ['Mod', '1 … 6'],
    pressed: ['1', '2', '3', '4', '5', '6'],
  },
  { does: 'addAccount', group: 'window', keys: ['Mod', 'N'], pressed: ['n'] },
  { does: 'settings', group: 'window', keys: ['Mod', ','], pressed: [','] },
  { does: 'refresh', group: 'window', keys: ['Mod', 'R'], pressed: ['r'] },
  { does: 'sidebar', group: 'window', keys: ['Mod', '\\'], pressed: ['\\'] },
  { does: 'help', group: 'window', keys: ['Mod', '/'], pressed: ['/'] },
  { does: 'copy', group: 'servers', keys: ['↵'] },
  { does: 'quickCopy', group: 'servers', keys: ['1 … 9'] },
  { does: 'mint', group: 'servers', keys: ['Alt', '↵'] },
  { does: 'open', group: 'servers', keys: ['Mod', '↵'] },
  { does: 'pin', group: 'servers', keys: ['P'] },
  { does: 'move', group: 'lists', keys: ['↑', '↓', 'Home', 'End'] },
  { does: 'close', group: 'lists', keys: ['Esc'] },
] as const satisfies readonly Binding[];

/** What is done by a key that works everywhere. */
export type Deed = Extract<
  (typeof bindings)[number],
  { readonly pressed: readonly string[] }
>['does'];

/** What a key does everywhere, with Ctrl or Command; null for one that does nothing there. */
export function deedOf(key: string): Deed | null {
  for (const binding of bindings) {
    if (!('pressed' in binding)) continue;
    const pressed: readonly string[] = binding.pressed;
    if (pressed.includes(key.toLowerCase())) return binding.does;
  }
  return null;
}
