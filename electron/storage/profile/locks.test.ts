import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readSync, writeSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { createFolderLock } from './locks.ts';
import { createProfileFiles } from './profile-files.ts';
import { useFolder } from './testing/profile-files-contract.ts';

const PROGRAM = join(import.meta.dirname, 'testing', 'holding-program.ts');

/** Another process, at work on the folder. */
const startHolder = async (folder: string): Promise<ChildProcessByStdio<null, Readable, null>> => {
  const holder = spawn(process.execPath, [PROGRAM, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
};

const kill = async (holder: ChildProcessByStdio<null, Readable, null>): Promise<void> => {
  const closed = once(holder, 'close');
  holder.kill('SIGKILL');
  await closed;
};

const work = () => Promise.resolve(ok('done'));

describe('while another process is at work on the folder', () => {
  test('this one waits, and is told that it is busy when that takes too long', async () => {
    const folder = await useFolder();
    const holder = await startHolder(folder);
    const patient = createProfileFiles({ folder }).exclusively(work);
    const hasty = createProfileFiles({ folder, busyAfterMs: 100 }).exclusively(work);
    expect(await hasty).toEqual(err({ code: 'profile.busy' }));
    // The system lets go of it: nobody has to find out that it is dead.
    await kill(holder);
    expect(await patient).toEqual(ok('done'));
  });

  test.runIf(process.platform !== 'win32')(
    'and is stopped, as by a computer that sleeps, it is not robbed',
    async () => {
      const folder = await useFolder();
      const holder = await startHolder(folder);
      holder.kill('SIGSTOP');
      const files = createProfileFiles({ folder, busyAfterMs: 300 });
      expect(await files.exclusively(work)).toEqual(err({ code: 'profile.busy' }));
      await kill(holder);
      expect(await files.exclusively(work)).toEqual(ok('done'));
    },
  );

  test('reading goes on', async () => {
    const folder = await useFolder();
    await createProfileFiles({ folder }).write('a.json', 'text');
    await startHolder(folder);
    expect(await createProfileFiles({ folder }).read('a.json')).toEqual(ok('text'));
  });
});

test('a run that was killed is not alive any more, and the next one clears its sign away', async () => {
  const folder = await useFolder();
  const files = createProfileFiles({ folder });
  const holder = await startHolder(folder);
  await kill(holder);
  expect(await files.isAlive('holder')).toBe(false);
  await files.announce('next');
  expect((await readdir(folder)).sort()).toEqual(['profile.lock', 'run-next.lock']);
  expect(await files.isAlive('next')).toBe(true);
});

test('a run by a name that leads out of the folder is none', async () => {
  const files = createProfileFiles({ folder: await useFolder() });
  expect(await files.isAlive('x.lock/../../next')).toBe(false);
});

test('what a write left that was killed is cleared at once, but not while somebody may still be writing it', async () => {
  const folder = await useFolder();
  const holder = await startHolder(folder);
  await writeFile(join(folder, 'a.json.4711-1.part'), 'half');
  await writeFile(join(folder, 'a.json'), 'whole');
  await createProfileFiles({ folder, busyAfterMs: 100 }).removeParts();
  expect(await readdir(folder)).toContain('a.json.4711-1.part');
  const patient = createProfileFiles({ folder }).removeParts();
  await kill(holder);
  await patient;
  expect((await readdir(folder)).sort()).toEqual(['a.json', 'profile.lock', 'run-holder.lock']);
});

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
