import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isOwnFolder } from './main.ts';

const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'usher-own-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

test('a folder of this person is theirs; one that is not there, and a file, is not', async () => {
  const folder = await makeFolder();
  expect(isOwnFolder(folder)).toBe(true);
  expect(isOwnFolder(join(folder, 'none'))).toBe(false);
  await writeFile(join(folder, 'file'), '');
  expect(isOwnFolder(join(folder, 'file'))).toBe(false);
});

test('a folder of somebody else, or one that others can write to, is not', async () => {
  const folder = await makeFolder();
  expect(isOwnFolder(folder, (process.getuid?.() ?? 0) + 1)).toBe(false);
  for (const mode of [0o770, 0o777]) {
    await chmod(folder, mode);
    expect(isOwnFolder(folder)).toBe(false);
  }
});
