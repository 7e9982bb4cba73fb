import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { createMemoryProfileFiles } from './memory-profile-files.ts';
import { createProfileFiles } from './profile-files.ts';
import { describeProfileFiles } from './testing/profile-files-contract.ts';
import { useFolder } from './testing/use-folder.ts';

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
