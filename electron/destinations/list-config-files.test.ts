import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listConfigFiles } from './list-config-files.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'usher-list-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true });
});

const put = async (...paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), '');
  }
};
const list = async (...paths: readonly string[]) => {
  const { files, isCutOff } = await listConfigFiles(paths.map((path) => join(root, path)));
  return { files: files.map((file) => file.slice(root.length + 1)), isCutOff };
};

test('of a folder, the files of known programs, wherever they are; a file that is named, whatever its name', async () => {
  await put('kometa/config/config.yml', 'tautulli/config.ini', '.env', 'a/b/maintainerr.sqlite');
  await put('notes.txt', 'a/node_modules/x/config.ini', 'a/.git/config.ini');
  expect(await list('', 'notes.txt', 'no-such')).toEqual({
    files: [
      '.env',
      'tautulli/config.ini',
      'a/b/maintainerr.sqlite',
      'kometa/config/config.yml',
      'notes.txt',
      'no-such',
    ],
    isCutOff: false,
  });
});

test('no link leads out of the folder', async () => {
  await put('inside/.env', 'outside/config.ini');
  await symlink(join(root, 'outside'), join(root, 'inside/link'));
  await symlink(join(root, 'outside/config.ini'), join(root, 'inside/config.ini'));
  expect(await list('inside')).toEqual({ files: ['inside/.env'], isCutOff: false });
});

test('what is too deep, or too many, is told', async () => {
  await put('1/2/3/4/5/6/7/.env', '1/2/3/4/5/6/.env');
  expect(await list('')).toEqual({ files: ['1/2/3/4/5/6/.env'], isCutOff: true });
  await put(...Array.from({ length: 201 }, (_, index) => `many/${index}.env`));
  const { files, isCutOff } = await list('many');
  expect([files.length, isCutOff]).toEqual([200, true]);
});

test.skipIf(process.platform === 'win32')('without any, the usual places', async () => {
  await put('home/.config/plexapi/config.ini', 'xdg/PlexTraktSync/servers.yml');
  vi.stubEnv('HOME', join(root, 'home'));
  vi.stubEnv('XDG_CONFIG_HOME', join(root, 'xdg'));
  const { files } = await listConfigFiles(null);
  expect(files).toEqual(
    expect.arrayContaining([
      join(root, 'home/.config/plexapi/config.ini'),
      join(root, 'xdg/PlexTraktSync/servers.yml'),
    ]),
  );
});
