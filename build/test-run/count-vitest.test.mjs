import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.mjs';
import { countVitest } from './count-vitest.mjs';

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
