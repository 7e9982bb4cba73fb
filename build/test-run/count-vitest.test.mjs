import { expect, test } from 'vitest';
import { countVitest } from './count-vitest.mjs';

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 3,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
  ],
};

test('pending and planned tests both count as skipped', () => {
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 5, failed: 1, skipped: 5 });
});

test('a file that could not be loaded counts as a failed test', () => {
  const broken = { status: 'failed', assertionResults: [] };
  const testResults = [...report.testResults, broken];
  expect(countVitest(JSON.stringify({ ...report, testResults })).failed).toBe(2);
});
