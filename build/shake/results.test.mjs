import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../project.mjs';
import { digestInputs, KeptResults, outsideOfTests } from './results.mjs';

const inputs = { 'a.spec.ts': 'one', 'shell/b.spec.ts': 'two', tour: 'three' };
const passed = [
  'a.spec.ts › holds',
  'a.spec.ts › group › holds',
  'shell/b.spec.ts › holds',
  'tour',
];

/** @type {string} */
let folder;
/** @type {KeptResults} */
let kept;

/** @param {Record<string, string>} now */
const begin = async (now, isFresh = false) => [...(await kept.begin(now, { isFresh }))];
/**
 * @param {string} id
 * @param {boolean} hasPassed
 */
const write = (id, hasPassed) => appendFile(kept.file, `${JSON.stringify({ id, hasPassed })}\n`);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'usher-shake-'));
  kept = new KeptResults(path.join(folder, 'plain'));
  await begin(inputs);
  for (const id of passed) await write(id, true);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what has passed counts in the next run, and in the one after it', async () => {
  expect(await begin(inputs)).toEqual(passed);
  expect(await begin(inputs)).toEqual(passed);
});

test('nothing counts in a fresh run', async () => {
  expect(await begin(inputs, true)).toEqual([]);
  expect(await kept.read()).toEqual([]);
});

test('what has failed is run again, and counts once it has passed', async () => {
  await write('a.spec.ts › fails', false);
  expect(await begin(inputs)).toEqual(passed);
  await write('a.spec.ts › fails', true);
  expect(await begin(inputs)).toContain('a.spec.ts › fails');
});

test('what depends on something that changed, or is gone, is run again', async () => {
  const { tour, ...rest } = inputs;
  expect(await begin({ ...rest, 'a.spec.ts': 'changed' })).toEqual(['shell/b.spec.ts › holds']);
  // Nor does it count again when the change is taken back.
  expect(await begin({ ...rest, tour })).toEqual(['shell/b.spec.ts › holds']);
});

test('after an error that no test can be blamed for, all are run again', async () => {
  await write(outsideOfTests, false);
  expect(await begin(inputs)).toEqual([]);
});

test('a result that was cut short while it was written is none', async () => {
  await appendFile(kept.file, '{"id":"a.spec.ts › cut sho');
  expect(await begin(inputs)).toEqual(passed);
});

test('every spec and the tour have their inputs', async () => {
  const digests = await digestInputs(projectRoot);
  expect(Object.keys(digests)).toEqual(
    expect.arrayContaining(['window.spec.ts', 'shell/start.spec.ts', 'tour']),
  );
  expect(new Set(Object.values(digests)).size).toBe(Object.keys(digests).length);
});
