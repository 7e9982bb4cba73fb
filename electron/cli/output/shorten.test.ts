import { expect, test } from 'vitest';
import { shorten } from './shorten.ts';

test.each([
  ['Attic', 5, 'Attic'],
  ['Attic server', 9, 'Attic se…'],
  ['The attic', 5, 'The…'],
  ['书房电脑', 6, '书房…'],
  ['👩‍💻👩‍💻👩‍💻', 4, '👩‍💻…'],
  ['', 4, ''],
])('%s is shortened to %i columns as “%s”', (text, maxColumns, shortened) => {
  expect(shorten(text, maxColumns)).toBe(shortened);
});
