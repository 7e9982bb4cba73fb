import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unlessPassedBefore } from './passed-before.mjs';

let root = '';
let runs = 0;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'usher-checks-'));
  runs = 0;
  await mkdir(path.join(root, 'shared'));
  await writeFile(path.join(root, 'shared/one.ts'), 'one');
});
afterEach(() => rm(root, { recursive: true }));

const checked = (failed = 0) =>
  unlessPassedBefore({ root, stamp: path.join(root, 'out/lint.txt') }, () => {
    runs += 1;
    return Promise.resolve({ failed });
  });

test('a check that passed is not run again on the same files, whatever was built meanwhile', async () => {
  await checked();
  await writeFile(path.join(root, 'out/built.js'), 'built');
  expect(await checked()).toBe('passed before');
  expect(runs).toBe(1);
});

test.each([
  ['a file that is another', 'shared/one.ts', 'two'],
  ['a file more', 'shared/two.ts', ''],
  ['what it is set by', 'package-lock.json', '{}'],
])('%s makes it run again', async (_what, file, text) => {
  await checked();
  await writeFile(path.join(root, file), text);
  await checked();
  expect(runs).toBe(2);
});

test('one that failed is run again, also when it had passed before', async () => {
  await checked();
  await writeFile(path.join(root, 'shared/one.ts'), 'wrong');
  await checked(1);
  await checked(1);
  expect(runs).toBe(3);
});
