import { expect, test } from 'vitest';
import { countPlaywright } from './count-playwright.mjs';

/** @param {unknown[]} tests */
const reportOf = (tests) => JSON.stringify({ suites: [{ suites: [{ specs: [{ tests }] }] }] });

test('passed and failed tests are counted through nested suites', () => {
  const report = reportOf([
    { status: 'expected', annotations: [] },
    { status: 'unexpected', annotations: [] },
  ]);
  expect(countPlaywright(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a test that passed only when tried again has failed', () => {
  const report = reportOf([{ status: 'flaky', annotations: [] }]);
  expect(countPlaywright(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a skipped test is missed unless it says why it does not apply', () => {
  const report = reportOf([
    { status: 'skipped', annotations: [] },
    { status: 'skipped', annotations: [{ type: 'skip', description: 'Needs macOS' }] },
  ]);
  expect(countPlaywright(report)).toEqual({ passed: 0, failed: 0, skipped: 1 });
});
