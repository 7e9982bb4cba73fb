import { expect, test } from 'vitest';
import { hasDisplay } from './has-display.mjs';

test('macOS and Windows always have a display', () => {
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('Linux has one when X or Wayland says so', () => {
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', {})).toBe(false);
});
