import { shortcutKeyPattern, type ShortcutModifier } from '../../../shared/model/shortcut.ts';

/** What a press means to whoever records a shortcut. */
export type ReadShortcut =
  | { readonly kind: 'shortcut'; readonly shortcut: string }
  /** Nothing but keys to hold so far. */
  | { readonly kind: 'partial' }
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'unknownKey' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'leave' };

/** Signs that are named by their place, since with Shift they write another one. */
const signs: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

const holding: ReadonlySet<string> = new Set([
  ...['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'CapsLock', 'Fn', 'Process'],
]);
const leastHeld = 2;

export function readShortcut(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>,
  isMac: boolean,
): ReadShortcut {
  const held: ShortcutModifier[] = [];
  if (event.ctrlKey) held.push('Control');
  if (event.metaKey) held.push(isMac ? 'Command' : 'Super');
  if (event.altKey) held.push('Alt');
  if (event.shiftKey) held.push('Shift');
  const plain = held.every((one) => one === 'Shift');
  if (event.key === 'Escape' && plain) return { kind: 'cancel' };
  if (event.key === 'Tab' && plain) return { kind: 'leave' };
  if (holding.has(event.key)) return { kind: 'partial' };
  const shortcut = [...held, keyOf(event)].join('+');
  if (!shortcutKeyPattern.test(keyOf(event))) return { kind: 'unknownKey' };
  // With Shift alone, or one other, a program's own keys would be taken from it: Ctrl C, or Alt F.
  if (held.length < leastHeld) return { kind: 'tooFew' };
  return { kind: 'shortcut', shortcut };
}

/** The letter that is written, where it is one that Electron knows; else the one that stands in its place. */
function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const upper = key.toUpperCase();
  if (/^[A-Z]$/u.test(upper)) return upper;
  const byPlace = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  return byPlace?.[1] ?? byPlace?.[2] ?? signs[code] ?? code;
}
