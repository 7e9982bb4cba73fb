import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore } from './core-under-test.ts';

let plex: FakePlex;
let folder: string;

beforeEach(async () => {
  plex = await startFakePlex();
  folder = await mkdtemp(join(tmpdir(), 'usher-folder-'));
});
afterEach(async () => {
  await plex.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('a profile folder that', () => {
  test.each([
    ['is on a full disk', 'full', 'profile.full'],
    ['can not be written', 'readOnly', 'profile.readOnly'],
  ])(
    '%s: nobody is signed in or out, it is told so, and the token is stored once it can be',
    async (_what, fault, code) => {
      const program = join(import.meta.dirname, 'testing', 'faulty-folder-program.ts');
      const inOwnNamespace = ['--user', '--map-root-user', '--mount'];
      const run = [process.execPath, program, folder, plex.baseUrl, fault];
      const { stdout } = await promisify(execFile)('unshare', [...inOwnNamespace, ...run]);
      expect(JSON.parse(stdout)).toEqual({
        refused: { code },
        namesAfterSignIn: ['sam'],
        signedOut: { ok: false, error: { code } },
        isLoaded: true,
        namesAfterSignOut: ['sam'],
        namesAfterRestart: ['sam'],
        held: 'done',
        namesAtLast: ['sam', 'edith'],
      });
      expect(plex.requests.list().filter(({ path }) => path.endsWith('/signout'))).toEqual([]);
    },
  );

  test.each(['index.json', 'installation.json', 'servers.json'])(
    'holds a %s that can not be read: Usher does not start, and leaves everything as it is',
    async (name) => {
      await mkdir(join(folder, name));
      const files = createProfileFiles({ folder });
      await expect(startCore({ plexUrl: plex.baseUrl, files })).rejects.toThrow('profile.failed');
      expect(await readdir(folder)).toContain(name);
      expect(await readdir(join(folder, name))).toEqual([]);
    },
  );
});

test('what a killed Usher was about to write is gone from the profile folder with the next start', async () => {
  const part = join(folder, 'index.json.4711-1.part');
  await writeFile(part, '{"version":1,"data":{"accounts":[{"label":"rob');
  const core = await startCore({ plexUrl: plex.baseUrl, files: createProfileFiles({ folder }) });
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  await core.usher.close();
});
