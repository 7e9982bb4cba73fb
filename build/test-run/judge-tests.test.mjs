import { expect, test } from 'vitest';
import { judgeTests } from './judge-tests.mjs';

const strict = { skipsAllowed: false };

test('tests that passed are all there is to say', () => {
  const result = judgeTests({ passed: 3, failed: [], skipped: 0 }, 0, strict);
  expect(result).toEqual({ passed: 3, failed: 0, complaints: [], failedTests: [] });
});

test('a runner that wrote no report has failed', () => {
  const result = judgeTests(undefined, 1, strict);
  expect(result).toMatchObject({ passed: 0, failed: 1, complaints: ['no test ran'] });
});

test('a runner that found no test has failed, even when it is content', () => {
  expect(judgeTests({ passed: 0, failed: [], skipped: 0 }, 0, strict).failed).toBe(1);
});

test('an error outside of any test is a failure of its own', () => {
  expect(judgeTests({ passed: 3, failed: [], skipped: 0 }, 1, strict).failed).toBe(1);
});

test('an exit code that failed tests explain is not counted twice', () => {
  const count = { passed: 3, failed: ['a', 'b'], skipped: 0 };
  expect(judgeTests(count, 1, strict)).toMatchObject({
    failed: 2,
    failedTests: ['a', 'b'],
  });
});

test('skipped tests fail the stage where everything can be tested, and only there', () => {
  const count = { passed: 3, failed: [], skipped: 2 };
  expect(judgeTests(count, 0, strict).complaints).toEqual(['2 tests were skipped']);
  expect(judgeTests(count, 0, { skipsAllowed: true }).failed).toBe(0);
});
