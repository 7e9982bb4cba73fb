import { expect, test } from 'vitest';
import { isNodeTooOld } from './main.ts';

test.each([
  ['20.19.2', true],
  ['22.11.0', true],
  ['22.12.0', false],
  ['22.13.1', false],
  ['24.0.0', false],
])('Node %s is too old for the command line: %s', (version, isTooOld) => {
  expect(isNodeTooOld(version)).toBe(isTooOld);
});
