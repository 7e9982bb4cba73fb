import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileLog } from './file-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (name: string): Promise<string> =>
  ((await stat(join(folder, name))).mode & 0o777).toString(8);

test('the log is the person’s alone, also the one an earlier Usher left and the one before it', async () => {
  const before = process.umask(0o022);
  const logs = join(folder, 'new');
  createFileLog(logs, false).info('start.done');
  expect(await modeOf('new/usher.log')).toBe('600');

  await mkdir(join(folder, 'old'));
  for (const name of ['usher.log', 'usher.old.log']) {
    await writeFile(join(folder, 'old', name), 'x', { mode: 0o644 });
  }
  createFileLog(join(folder, 'old'), false).info('start.done');
  process.umask(before);
  expect([await modeOf('old/usher.log'), await modeOf('old/usher.old.log')]).toEqual([
    '600',
    '600',
  ]);
});
