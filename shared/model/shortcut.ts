/** The keys that go with another one, in the order in which they are named; as Electron calls them. */
export const shortcutModifiers = ['Control', 'Command', 'Super', 'Alt', 'Shift'] as const;
export type ShortcutModifier = (typeof shortcutModifiers)[number];

const modifier = `(?:${shortcutModifiers.join('|')})`;
const keyForm =
  "(?:[A-Z0-9]|F(?:[1-9]|1\\d|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|[-=,./;'`\\[\\]\\\\])";

/** The key that is held by none, as Electron calls it. */
export const shortcutKeyPattern = new RegExp(`^${keyForm}$`, 'u');

/**
 * A key with two or more to hold beside it, such as `Control+Shift+U`: what Electron takes as an accelerator
 * (https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts).
 *
 * SECURITY: never with one alone, which would take a key like Ctrl+C from every program.
 */
export const shortcutPattern = new RegExp(
  `^(?!.*(${shortcutModifiers.join('|')})\\+.*\\1\\+)(?:${modifier}\\+){2,4}${keyForm}$`,
  'u',
);

/** The keys of a shortcut, one by one. */
export const keysOfShortcut = (shortcut: string): readonly string[] => shortcut.split('+');

/** What is the matter with the shortcut of quick access: `off` as well where Usher does not go on in the background. */
export type QuickAccessState =
  | 'off'
  | 'ready'
  /** Another program has it. */
  | 'taken'
  /** This system does not give it to any program. */
  | 'unusable';
