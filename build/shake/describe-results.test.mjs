import { expect, test } from 'vitest';
import { describeResults } from './describe-results.mjs';

const plain = { name: 'plain', passed: ['a', 'b'], failed: [], earlierCount: 1, seconds: 59.4 };
const slow = {
  name: 'page-10x',
  passed: ['a'],
  failed: [{ id: 'b' }],
  earlierCount: 0,
  seconds: 125,
};

test('each speed has its line, and the last line is the total', () => {
  const { text, exitCode } = describeResults([plain]);
  expect(text).toBe(
    '\nplain         59 s  2 passed, 1 of them in an earlier run, 0 failed\n\n2 passed, 0 failed\n',
  );
  expect(exitCode).toBe(0);
});

test('a test that failed anywhere has one line, with the speeds it failed at', () => {
  const slower = { ...slow, name: 'one-core', failed: [{ id: 'b', why: 'was not run' }] };
  const { text, exitCode } = describeResults([plain, slow, slower]);
  expect(text.match(/page-10x +2 min 5 s {2}1 passed, 1 failed/)).not.toBeNull();
  expect(text.match(/^failed: .*/gm)).toEqual(['failed: b: page-10x, one-core (was not run)']);
  expect(text.trimEnd().split('\n').at(-1)).toBe('4 passed, 2 failed');
  expect(exitCode).toBe(1);
});

test('a run in which nothing passed has failed', () => {
  expect(describeResults([{ ...plain, passed: [] }]).exitCode).toBe(1);
});
