import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { autostartFolder, isInAutostart, putInAutostart, takeOutOfAutostart } from './autostart.ts';

let place: string;
let folder: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'usher-autostart-'));
  folder = join(place, 'autostart');
});
afterEach(() => rm(place, { recursive: true }));

test('what opens at login is one file, in a folder made for it, and nothing beside it', async () => {
  expect(await isInAutostart(folder)).toBe(false);
  await putInAutostart(folder, ['/opt/Usher/usher']);
  expect(await readdir(folder)).toEqual(['usher.desktop']);
  expect(await readFile(join(folder, 'usher.desktop'), 'utf8')).toBe(
    '[Desktop Entry]\nType=Application\nName=Usher\nExec="/opt/Usher/usher"\nTerminal=false\n',
  );
  expect(await isInAutostart(folder)).toBe(true);
  await takeOutOfAutostart(folder);
  await takeOutOfAutostart(folder);
  expect(await readdir(folder)).toEqual([]);
});

test('a path is one word, whatever signs are in it', async () => {
  await putInAutostart(folder, ['/home/o "d`d $x/100%\\usher', '--a b']);
  const text = await readFile(join(folder, 'usher.desktop'), 'utf8');
  // By the specification `\\\\` is read as `\\` first, and that as one `\` within the quotes.
  expect(text).toContain('Exec="/home/o \\\\"d\\\\`d \\\\$x/100%%\\\\\\\\usher" "--a b"\n');
});

test('one that was switched off in the settings of the desktop is off', async () => {
  await mkdir(folder);
  for (const line of ['Hidden=true', 'X-GNOME-Autostart-enabled=false']) {
    await writeFile(join(folder, 'usher.desktop'), `[Desktop Entry]\n${line}\n`);
    expect(await isInAutostart(folder)).toBe(false);
  }
});

test('the folder is where the desktop looks', () => {
  expect(autostartFolder({ XDG_CONFIG_HOME: '/elsewhere' })).toBe(join('/elsewhere', 'autostart'));
  expect(autostartFolder({ XDG_CONFIG_HOME: 'not/absolute' })).toBe(autostartFolder({}));
});
