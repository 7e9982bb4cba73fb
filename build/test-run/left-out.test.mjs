import { expect, test } from 'vitest';
import { leftOut } from './left-out.mjs';

test('Linux leaves no test out, and the others say why they do', () => {
  expect(leftOut('linux')).toEqual([]);
  for (const platform of /** @type {const} */ (['win32', 'darwin'])) {
    expect(leftOut(platform).map(({ files }) => files)).toContain('e2e/cli/**');
    expect(leftOut(platform).filter(({ why }) => why === '')).toEqual([]);
  }
});
