import { expect, test } from 'vitest';
import { readShortcut } from './read-shortcut.ts';

type Press = Parameters<typeof readShortcut>[0];
const press = (key: string, code: string, held: Partial<Press> = {}): Press => ({
  ...{ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false },
  ...held,
});
const two = { ctrlKey: true, shiftKey: true };

test.each([
  ['a letter', press('U', 'KeyU', two), 'Control+Shift+U'],
  ['a letter of another layout, by its place', press('г', 'KeyU', two), 'Control+Shift+U'],
  ['a letter that stands elsewhere', press('Q', 'KeyA', two), 'Control+Shift+Q'],
  ['a digit that Shift turns into a sign', press('!', 'Digit1', two), 'Control+Shift+1'],
  ['a sign', press('<', 'Comma', two), 'Control+Shift+,'],
  ['the space bar', press(' ', 'Space', { altKey: true, ctrlKey: true }), 'Control+Alt+Space'],
  ['a key for accents', press('Dead', 'Backquote', two), 'Control+Shift+`'],
  ['an arrow', press('ArrowUp', 'ArrowUp', two), 'Control+Shift+Up'],
  ['a function key', press('F9', 'F9', two), 'Control+Shift+F9'],
  ['the key of the system', press('k', 'KeyK', { metaKey: true, altKey: true }), 'Super+Alt+K'],
])('%s is read with what is held', (_what, event, shortcut) => {
  expect(readShortcut(event, false)).toEqual({ kind: 'shortcut', shortcut });
});

test('the key of the system is called as its own system calls it', () => {
  const event = press('k', 'KeyK', { metaKey: true, shiftKey: true });
  expect(readShortcut(event, true)).toEqual({ kind: 'shortcut', shortcut: 'Command+Shift+K' });
});

test.each([
  ['keys to hold alone', press('Control', 'ControlLeft', { ctrlKey: true }), 'partial'],
  ['a letter alone', press('u', 'KeyU'), 'tooFew'],
  ['what a program needs itself', press('c', 'KeyC', { ctrlKey: true }), 'tooFew'],
  ['a key without a name', press('MediaPlayPause', 'MediaPlayPause', two), 'unknownKey'],
  ['Escape', press('Escape', 'Escape'), 'cancel'],
  ['Tab', press('Tab', 'Tab', { shiftKey: true }), 'leave'],
])('%s is no shortcut', (_what, event, kind) => {
  expect(readShortcut(event, false)).toEqual({ kind });
});
