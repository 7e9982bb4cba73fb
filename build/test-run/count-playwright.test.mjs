import { expect, test } from 'vitest';
import { countPlaywright } from './count-playwright.mjs';

/** @param {unknown[]} tests */
const reportOf = (tests) => {
  const spec = { title: 'holds', file: 'a.spec.ts', line: 7, tests };
  return JSON.stringify({ suites: [{ suites: [{ specs: [spec] }] }] });
};

const failed = ['a.spec.ts:7: holds'];

test('passed and failed tests are found in nested suites', () => {
  const report = reportOf([
    { status: 'expected', annotations: [] },
    { status: 'unexpected', annotations: [] },
  ]);
  expect(countPlaywright(report)).toEqual({ passed: 1, failed, skipped: 0 });
});

test('a test that passed only when tried again has failed', () => {
  const report = reportOf([{ status: 'flaky', annotations: [] }]);
  expect(countPlaywright(report)).toEqual({ passed: 0, failed, skipped: 0 });
});

test('a skipped test is missed unless it says why it does not apply', () => {
  const report = reportOf([
    { status: 'skipped', annotations: [] },
    { status: 'skipped', annotations: [{ type: 'skip', description: 'Needs macOS' }] },
  ]);
  expect(countPlaywright(report)).toEqual({ passed: 0, failed: [], skipped: 1 });
});
