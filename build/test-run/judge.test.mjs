import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project.mjs';
import { countPlaywright, countVitest, judgeSignatures, judgeTests, leftOut } from './judge.mjs';

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

test('verified signatures pass', () => {
  expect(judgeSignatures(0, '700 packages have verified registry signatures')).toMatchObject({
    passed: 1,
    failed: 0,
  });
});

test.each([
  '1 package has an invalid registry signature:\nkeytar@7.10.6',
  '2 packages have missing registry signatures but the registry is providing signing keys',
])('an unfit signature fails: %s', (output) => {
  expect(judgeSignatures(1, output)).toMatchObject({ passed: 0, failed: 1 });
});

test('a failure that says nothing known fails', () => {
  expect(judgeSignatures(1, 'something else')).toMatchObject({ failed: 1 });
});

test.each(['npm error syscall getaddrinfo\nnpm error errno ENOTFOUND', 'npm error code E404'])(
  'what could not be asked is told and not counted: %s',
  (output) => {
    const result = judgeSignatures(1, output);
    expect(result).toMatchObject({ passed: 0, failed: 0 });
    expect(result.complaints).toHaveLength(1);
  },
);

const report = {
  numPassedTests: 5,
  numPendingTests: 2,
  numTodoTests: 3,
  testResults: [
    { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
    {
      name: path.join(projectRoot, 'shared/b.test.ts'),
      status: 'failed',
      assertionResults: [{ status: 'passed' }, { status: 'failed', fullName: 'b holds' }],
    },
  ],
};

test('pending and planned tests both count as skipped', () => {
  expect(countVitest(JSON.stringify(report))).toMatchObject({ passed: 5, skipped: 5 });
});

test('a failed test is named, and the file it is in', () => {
  const failed = [`${path.join('shared', 'b.test.ts')}: b holds`];
  expect(countVitest(JSON.stringify(report))).toMatchObject({ failed });
});

test('a file that could not be loaded counts as a failed test', () => {
  const broken = { name: path.join(projectRoot, 'c.test.ts'), status: 'failed' };
  const testResults = [{ ...broken, assertionResults: [] }];
  const { failed } = countVitest(JSON.stringify({ ...report, testResults }));
  expect(failed).toEqual(['c.test.ts could not be loaded']);
});

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

test('Linux leaves no test out, and the others say why they do', () => {
  expect(leftOut('linux')).toEqual([]);
  for (const platform of /** @type {const} */ (['win32', 'darwin'])) {
    expect(leftOut(platform).map(({ files }) => files)).toContain('e2e/cli/**');
    expect(leftOut(platform).filter(({ why }) => why === '')).toEqual([]);
  }
});
