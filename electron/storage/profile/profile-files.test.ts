import { execFile } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { FSWatcher } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { createMemoryProfileFiles } from './memory-profile-files.ts';
import { createProfileFiles, renameWithRetry, watchFolder } from './profile-files.ts';
import { describeProfileFiles, useFolder } from './testing/profile-files-contract.ts';

describeProfileFiles('memory', () => Promise.resolve(createMemoryProfileFiles()));
describeProfileFiles('a folder', async () => createProfileFiles({ folder: await useFolder() }));

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('the profile folder', () => {
  test('is made on the first write, not on a read or a clearing', async () => {
    const folder = join(await useFolder(), 'made', 'later');
    const files = createProfileFiles({ folder });
    expect(await files.read('a.json')).toEqual(ok(null));
    await expect(stat(folder)).rejects.toThrow('ENOENT');
    await files.removeParts();
    await expect(stat(folder)).rejects.toThrow('ENOENT');
    expect(await files.write('a.json', 'text')).toEqual(ok(null));
    expect(await files.read('a.json')).toEqual(ok('text'));
  });

  test.runIf(process.platform !== 'win32')(
    'is for the person alone, and so is every file',
    async () => {
      const folder = join(await useFolder(), 'profile');
      await mkdir(folder, { mode: 0o755 });
      await writeFile(join(folder, 'a.json'), 'old', { mode: 0o644 });
      await createProfileFiles({ folder }).write('a.json', 'new');
      expect(await modeOf(folder)).toBe(0o700);
      expect(await modeOf(join(folder, 'a.json'))).toBe(0o600);
    },
  );

  test('has no other file left behind by a write', async () => {
    const folder = await useFolder();
    const files = createProfileFiles({ folder });
    await Promise.all(['1', '2', '3', '4'].map((text) => files.write('a.json', text)));
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  test.runIf(process.platform !== 'win32')('keeps a file that is a link a link', async () => {
    const folder = await useFolder();
    const target = join(await useFolder(), 'elsewhere.json');
    await writeFile(target, 'old');
    await symlink(target, join(folder, 'a.json'));
    await createProfileFiles({ folder }).write('a.json', 'new');
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  test('answers an error when it is not a folder, or a file is not a file', async () => {
    const folder = await useFolder();
    const failed = err({ code: 'profile.failed' });
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'folder.json'));
    expect(await createProfileFiles({ folder: join(folder, 'file') }).write('a', '')).toEqual(
      failed,
    );
    expect(await createProfileFiles({ folder }).read('folder.json')).toEqual(failed);
    expect(await createProfileFiles({ folder }).write('folder.json', '')).toEqual(failed);
    expect((await readdir(folder)).sort()).toEqual(['file', 'folder.json']);
  });

  test.each(['../a.json', 'sub/a.json', '', '.', '..'])(
    'is never left by a name: %j',
    async (name) => {
      const files = createProfileFiles({ folder: await useFolder() });
      await expect(files.read(name)).rejects.toThrow('plain name');
      await expect(files.write(name, 'text')).rejects.toThrow('plain name');
    },
  );

  test.runIf(process.platform === 'linux')(
    'on a real disk that gets full, then read-only, keeps the last good file',
    async () => {
      const folder = await useFolder();
      const program = join(import.meta.dirname, 'testing', 'troubled-disk-program.ts');
      const inOwnNamespace = ['--user', '--map-root-user', '--mount'];
      const args = [...inOwnNamespace, process.execPath, program, folder];
      const { stdout } = await promisify(execFile)('unshare', args);
      expect(JSON.parse(stdout)).toMatchObject({
        first: ok(null),
        full: err({ code: 'profile.full' }),
        isGoodAfterFull: true,
        namesAfterFull: ['a.json'],
        small: ok(null),
        readOnly: err({ code: 'profile.readOnly' }),
        setAside: err({ code: 'profile.readOnly' }),
        isGoodAfterReadOnly: true,
      });
    },
    30_000,
  );
});

describe('rename with retry', () => {
  /** Refuses as often as told, then renames. */
  const refusing = (code: string, count: number) => {
    let callCount = 0;
    return {
      callCount: () => callCount,
      renameOnce: () => {
        callCount += 1;
        return callCount <= count
          ? Promise.reject(Object.assign(new Error(code), { code }))
          : Promise.resolve();
      },
    };
  };

  describe('renaming over a file', () => {
    test.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again on Windows after %s', async (code) => {
      const { renameOnce, callCount } = refusing(code, 3);
      await renameWithRetry('a', 'b', { platform: 'win32', renameOnce });
      expect(callCount()).toBe(4);
    });

    test('is given up on Windows after about a second', async () => {
      const { renameOnce, callCount } = refusing('EBUSY', 100);
      const renamed = renameWithRetry('a', 'b', { platform: 'win32', renameOnce });
      await expect(renamed).rejects.toThrow('EBUSY');
      expect(callCount()).toBe(8);
    });

    test('is not tried again for another reason', async () => {
      const { renameOnce, callCount } = refusing('ENOENT', 1);
      const renamed = renameWithRetry('a', 'b', { platform: 'win32', renameOnce });
      await expect(renamed).rejects.toThrow('ENOENT');
      expect(callCount()).toBe(1);
    });

    test('is not tried again on other systems', async () => {
      const { renameOnce, callCount } = refusing('EPERM', 1);
      const renamed = renameWithRetry('a', 'b', { platform: 'linux', renameOnce });
      await expect(renamed).rejects.toThrow('EPERM');
      expect(callCount()).toBe(1);
    });
  });
});

describe('watch folder', () => {
  const refusing = (): never => {
    throw Object.assign(new Error('no watches left'), { code: 'ENOSPC' });
  };

  /** Watches until it is told that it can't any more. */
  const failingLater = () => {
    const watcher = Object.assign(new EventEmitter(), { close: vi.fn() });
    return { watcher, watchWith: () => watcher as unknown as FSWatcher };
  };

  describe('a folder that the system does not watch', () => {
    test('is looked at, and every write is told of', async () => {
      const folder = await useFolder();
      let count = 0;
      const stop = watchFolder({
        folder,
        watchWith: refusing,
        onChange: () => (count += 1),
      });
      onTestFinished(stop);
      await createProfileFiles({ folder }).write('a.json', '1');
      await expect.poll(() => count).toBe(1);
    });

    test('from some time on, is looked at from then on', async () => {
      const folder = await useFolder();
      const { watcher, watchWith } = failingLater();
      const onChange = vi.fn();
      const stop = watchFolder({ folder, watchWith: watchWith, onChange });
      onTestFinished(stop);
      watcher.emit('error', new Error('the folder is on a disk that went away'));
      expect(watcher.close).toHaveBeenCalledOnce();
      await createProfileFiles({ folder }).write('a.json', '1');
      await expect.poll(() => onChange).toHaveBeenCalledWith(null);
    });
  });
});
