import { readSync, writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { createFolderLock } from './folder-lock.ts';
import { useFolder } from './testing/use-folder.ts';

/** A lock whose system answers as told, and how often the work behind it was done. */
const lockedWith = async (lockWith: (fd: number) => boolean) => {
  const path = join(await useFolder(), 'profile.lock');
  const exclusively = createFolderLock({ path, prepare: () => Promise.resolve(), lockWith });
  let workCount = 0;
  const work = () => {
    workCount += 1;
    return Promise.resolve(ok('done'));
  };
  return { path, run: () => exclusively(work), workCount: () => workCount };
};

describe('a system that refuses the lock', () => {
  test.each(['EPERM', 'EIO', 'EBADF', 'UNKNOWN'])(
    'with %s is told so, and nothing is done',
    async (code) => {
      const { run, workCount } = await lockedWith(() => {
        throw Object.assign(new Error('lock'), { code });
      });
      expect(await run()).toEqual(err({ code: 'profile.notLocked' }));
      expect(workCount()).toBe(0);
      // Nor does it keep the next one waiting.
      expect(await run()).toEqual(err({ code: 'profile.notLocked' }));
    },
  );

  test('with something that has no code is told so too', async () => {
    const { run } = await lockedWith(() => {
      throw new Error('odd');
    });
    expect(await run()).toEqual(err({ code: 'profile.notLocked' }));
  });
});

test('what is locked is open for reading and for writing, as Windows wants it, and loses nothing', async () => {
  const { path, run } = await lockedWith((fd) => {
    readSync(fd, Buffer.alloc(1), 0, 1, 0);
    // At its beginning: what is open for appending alone would write this at its end.
    writeSync(fd, 'K', 0);
    return true;
  });
  await writeFile(path, 'kept');
  expect(await run()).toEqual(ok('done'));
  expect(await readFile(path, 'utf8')).toBe('Kept');
});
