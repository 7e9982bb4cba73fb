import { expect, test } from '@playwright/test';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { execFile } from 'node:child_process';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import configuration from '../../build/electron-builder.config.js';
import { noticesFile, writeNotices } from '../../build/packaging/notices.mjs';
import { ensureCliBuild } from '../../build/set-up/builds.mjs';
import { projectRoot } from '../fixtures/project-root.ts';

const run = promisify(execFile);

interface Rendered {
  readonly afterInstall: string;
  readonly afterRemove: string;
  readonly desktopEntry: string;
  /** `from=to` of everything that is laid down, besides other options. */
  readonly args: readonly string[];
}

// Made once: two packagings of one build, each in a place of its own.
test.describe.configure({ mode: 'default' });

test.describe('What is made for Linux', () => {
  let folder: string;
  let packaged: string;
  let other: string;

  test.beforeAll(async () => {
    await ensureCliBuild();
    await writeNotices();
    folder = await mkdtemp(join(tmpdir(), 'usher-installers-'));
    packaged = await packageClone(join(folder, 'clone'));
    other = await packageClone(join(folder, 'another place', 'of it'), {
      file: 0o600,
      folder: 0o700,
      changedAtSeconds: 1_000_000_000,
    });
  });

  test.afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is the same archive, byte for byte, wherever one build is packaged', async () => {
    const archives = [packaged, other].map((place) => join(place, 'resources/app.asar'));
    const [one, two] = await Promise.all(archives.map((file) => readFile(file)));
    expect(one?.length).toBeGreaterThan(100_000);
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  for (const kind of ['deb', 'rpm'] as const) {
    const calls = {
      deb: { upgrade: ['upgrade', '0.2.0'], remove: ['remove'] },
      rpm: { upgrade: ['1'], remove: ['0'] },
    }[kind];

    test(`makes \`usher\` the command line, and the window an entry of the menu: ${kind}`, async () => {
      const { afterInstall, afterRemove, desktopEntry, args } = await rendered(folder, kind);
      expect(args).toContain(`${join(folder, 'clone/packed/linux-unpacked')}/=/opt/Usher`);
      expect(args).toContainEqual(
        expect.stringMatching(/=\/usr\/share\/applications\/usher\.desktop$/),
      );
      expect(desktopEntry).toContain('\nExec=/opt/Usher/usher-window %U\n');
      expect(desktopEntry).toContain('\nStartupWMClass=usher\n');

      for (const { programs, sandboxMode } of [
        { programs: { ...alternatives, ...appArmor, unshare: 'exit 0' }, sandboxMode: 0o755 },
        { programs: { unshare: 'exit 1' }, sandboxMode: 0o4755 },
      ]) {
        const root = await makeRoot(folder, packaged, programs);
        const command = join(root, 'usr/bin/usher');
        await runAsRoot(root, afterInstall, ['configure']);
        expect(await realpath(command)).toBe(join(root, 'opt/Usher/resources/cli/usher'));
        const { stdout } = await run(command, ['--version'], {
          env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, HOME: root },
        });
        expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
        expect(await readdir(join(root, 'usr/bin'))).toEqual(['usher']);
        const { mode } = await stat(join(root, 'opt/Usher/chrome-sandbox'));
        expect(mode & 0o7777).toBe(sandboxMode);
        const profiles = 'apparmor_parser' in programs ? ['usher-window'] : [];
        expect(await readdir(join(root, 'etc/apparmor.d'))).toEqual(profiles);

        await runAsRoot(root, afterRemove, calls.upgrade);
        expect(await realpath(command)).toBe(join(root, 'opt/Usher/resources/cli/usher'));
        expect(await readdir(join(root, 'etc/apparmor.d'))).toEqual(profiles);

        await runAsRoot(root, afterRemove, calls.remove);
        expect(await readdir(join(root, 'usr/bin'))).toEqual([]);
        expect(await readdir(join(root, 'etc/apparmor.d'))).toEqual([]);
        await rm(root, { recursive: true });
      }
    });
  }
});

/** A copy of everything that is packaged, with an Electron of empty files, which no archive depends on. */
async function packageClone(
  clone: string,
  differences?: {
    readonly file: number;
    readonly folder: number;
    readonly changedAtSeconds: number;
  },
): Promise<string> {
  for (const part of [
    ...['package.json', 'LICENSE', 'build/resources', 'out/app', 'out/cli', noticesFile],
    ...['node_modules/keytar', 'node_modules/fs-native-extensions'],
  ]) {
    await cp(join(projectRoot, part), join(clone, part), { recursive: true });
  }
  if (differences !== undefined) {
    for (const entry of await readdir(clone, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      await chmod(path, entry.isDirectory() ? differences.folder : differences.file);
      await utimes(path, differences.changedAtSeconds, differences.changedAtSeconds);
    }
  }
  const electron = join(clone, 'electron');
  await mkdir(join(electron, 'locales'), { recursive: true });
  for (const name of ['electron', 'chrome-sandbox', 'locales/en-US.pak']) {
    await writeFile(join(electron, name), '', { mode: 0o755 });
  }
  await build({
    ...optionsFor(clone, ['dir']),
    config: {
      ...ownConfiguration(),
      electronDist: electron,
      electronVersion: '45.0.0',
      directories: { ...configuration.directories, output: join(clone, 'packed') },
    },
  });
  return join(clone, 'packed/linux-unpacked');
}

/** What electron-builder would hand to the program that makes the package, which is the last thing it does. */
async function rendered(folder: string, kind: 'deb' | 'rpm'): Promise<Rendered> {
  const clone = join(folder, 'clone');
  const results: Rendered[] = [];
  await build({
    ...optionsFor(clone, [kind]),
    prepackaged: join(clone, 'packed/linux-unpacked'),
    config: {
      ...ownConfiguration(),
      directories: { ...configuration.directories, output: join(folder, kind) },
      extraMetadata: { homepage: 'https://usher.invalid' },
    },
    effectiveOptionComputed: async ([args, desktopFile]: [readonly string[], string]) => {
      const read = (option: string): Promise<string> =>
        readFile(args[args.indexOf(option) + 1] ?? '', 'utf8');
      results.push({
        args,
        afterInstall: await read('--after-install'),
        afterRemove: await read('--after-remove'),
        desktopEntry: await readFile(desktopFile, 'utf8'),
      });
      // The program itself is not asked for.
      return true;
    },
  });
  const [result] = results;
  if (result === undefined) throw new Error(`electron-builder made no ${kind}.`);
  return result;
}

/** One for each call, which changes it. Without the fuses, which an Electron of empty files has none of. */
function ownConfiguration(): Configuration {
  const { afterPack, ...rest } = configuration;
  expect(afterPack).toBeDefined();
  return structuredClone(rest);
}

const optionsFor = (clone: string, kinds: string[]) => ({
  projectDir: clone,
  publish: 'never' as const,
  targets: Platform.LINUX.createTarget(kinds, Arch.x64),
});

/** As root has them; `$ROOT` stands for where the system begins. */
const alternatives = {
  'update-alternatives': [
    'case "$1" in',
    '  --install) ln -sf "$4" "$ROOT/etc/alternatives/$3"; ln -sf "$ROOT/etc/alternatives/$3" "$2" ;;',
    '  --remove) rm -f "$ROOT/usr/bin/$2" "$ROOT/etc/alternatives/$2" ;;',
    'esac',
  ].join('\n'),
};
const appArmor = { apparmor_status: 'exit 0', apparmor_parser: 'exit 0' };

/** A system with the packaged folder in it, and of programs no more than these and the plainest. */
async function makeRoot(
  folder: string,
  unpacked: string,
  programs: Readonly<Record<string, string>>,
): Promise<string> {
  const root = await realpath(await mkdtemp(join(folder, 'root-')));
  for (const place of ['usr/bin', 'etc/apparmor.d', 'etc/alternatives', 'programs']) {
    await mkdir(join(root, place), { recursive: true });
  }
  await cp(unpacked, join(root, 'opt/Usher'), { recursive: true });
  await writeFile(join(root, 'opt/Usher/resources/apparmor-profile'), '');
  for (const name of ['ln', 'rm', 'cp', 'chmod', 'readlink']) {
    await symlink(join('/usr/bin', name), join(root, 'programs', name));
  }
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(root, 'programs', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return root;
}

async function runAsRoot(root: string, script: string, args: readonly string[]): Promise<void> {
  // Nothing that a template was to put in is left out.
  expect(script).not.toMatch(/\$\{/);
  const inRoot = script.replaceAll(
    /(?<=['" ])\/(?=opt\/|usr\/bin\/usher|usr\/share|etc\/)/g,
    `${root}/`,
  );
  await run('/bin/sh', ['-euc', inRoot, 'script', ...args], {
    env: { PATH: join(root, 'programs'), ROOT: root },
  });
}
