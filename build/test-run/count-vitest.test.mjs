import { expect, test } from 'vitest';
import { countVitest } from './count-vitest.mjs';

test('pending and planned tests both count as skipped', () => {
  const report = JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 3,
  });
  expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 5 });
});
