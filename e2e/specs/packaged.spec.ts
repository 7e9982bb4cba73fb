import { _electron, expect } from '@playwright/test';
import { extractFile, listPackage } from '@electron/asar';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { packageFolder } from '../../build/commands/package.mjs';
import { readFuses, setFuses } from '../../build/packaging/fuses.mjs';
import { spawnDependent } from '../../build/processes.mjs';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import type { UsherBridge } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import { askUntilAnswered } from '../fixtures/ask-until-answered.ts';
import type { Desk } from '../fixtures/desk.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { readRuntime } from '../fixtures/read-runtime.ts';
import { UsherWindow } from '../pages/usher-window.ts';
import { until } from '../fixtures/until.ts';
import { test } from '../fixtures/usher-test.ts';
import { withoutGaps } from '../fixtures/without-gaps.ts';

const run = promisify(execFile);
const output = join(projectRoot, 'out/packaged');
const folder = join(output, 'linux-unpacked');
const executable = join(folder, 'usher-window');
const standInMark = join(folder, 'made-from.txt');

// One folder, packaged once.
test.describe.configure({ mode: 'default' });

test.describe('The packaged app', () => {
  test.beforeAll(async () => {
    const runtime = await readRuntimeRecord();
    const packaging = await packageFolder(runtime, output, { output: 'capture' });
    expect(packaging.exitCode, packaging.output).toBe(0);
  });

  test.afterAll(() => rm(output, { recursive: true, force: true }));

  test('has every fuse as it was meant', async () => {
    const { WasmTrapHandlers = true, ...fuses } = await readFuses(executable);
    expect(WasmTrapHandlers).toBe(true);
    expect(fuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  test('holds what the app is made of: no source map, no test, no trace of where it was built', async () => {
    const archive = join(folder, 'resources/app.asar');
    const files = listPackage(archive, { isPack: false }).filter((name) => /\.\w+$/.test(name));
    const expected = [
      /^\/package\.json$/,
      /^\/out\/app\/[\w-]+\.cjs$/,
      /^\/out\/app\/renderer\/index\.html$/,
      /^\/out\/app\/renderer\/assets\/[\w-]+\.(?:js|css|woff2?)$/,
      /^\/node_modules\/keytar\/(?:package\.json|LICENSE\.md|lib\/keytar\.js)$/,
      /^\/node_modules\/keytar\/prebuilds\/linux-\w+\/keytar\.node$/,
      /^\/node_modules\/fs-native-extensions\/(?:package\.json|LICENSE)$/,
      /^\/node_modules\/fs-native-extensions\/prebuilds\/linux-\w+\/fs-native-extensions\.node$/,
    ];
    expect(files.filter((name) => !expected.some((one) => one.test(name)))).toEqual([]);
    expect(files).toContain('/out/app/main.cjs');
    const traces = /sourceMappingURL|ELECTRON_RENDERER_URL|@vite\/client|localhost:\d|playwright/i;
    const told = files
      .filter((name) => /\.(?:cjs|js|css|html|json)$/.test(name))
      .filter((name) => {
        const text = extractFile(archive, name.slice(1)).toString('utf8');
        return traces.test(text) || text.includes(projectRoot);
      });
    expect(told).toEqual([]);
    const resources = join(folder, 'resources');
    const beside = await readdir(resources, { recursive: true, withFileTypes: true });
    const paths = beside
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(resources, join(parentPath, name)));
    const commandLine = paths.filter((path) => path.startsWith('cli/'));
    expect(paths.filter((path) => !commandLine.includes(path)).sort()).toEqual([
      'LICENSE',
      'NOTICES.txt',
      expect.stringMatching(/^app\.asar$/),
      expect.stringMatching(/^app\.asar\.unpacked\/.*\/fs-native-extensions\.node$/),
      expect.stringMatching(/^app\.asar\.unpacked\/.*\/keytar\.node$/),
    ]);
    const library = /^cli\/node_modules\/(?:keytar|fs-native-extensions)\//;
    expect(
      commandLine.filter((path) => !/^cli\/[\w-]+(?:\.cjs)?$/.test(path) && !library.test(path)),
    ).toEqual([]);
    expect(commandLine.filter((path) => path.endsWith('.node'))).toHaveLength(2);
  });

  test('brings the licences of everything it is made of', async () => {
    const notices = await readFile(join(folder, 'resources/NOTICES.txt'), 'utf8');
    const named = [...notices.matchAll(/^-{80}\n(\S+) \S+ \((.+)\)$/gm)].map(
      ([, name, licence]) => `${name}: ${licence}`,
    );
    for (const work of [
      ...['solid-js: MIT', '@kobalte/core: MIT', 'valibot: MIT', 'jose: MIT', 'commander: MIT'],
      ...['fast-xml-parser: MIT', 'electron-log: MIT', 'lucide-solid: ISC'],
      ...['@github/keytar: MIT', 'node-addon-api: MIT', 'fs-native-extensions: Apache-2.0'],
      ...['@fontsource/ibm-plex-mono: OFL-1.1', '@fontsource/ibm-plex-sans: OFL-1.1'],
    ]) {
      expect(named).toContain(work);
    }
    for (const font of ['mono', 'sans']) {
      const file = join(projectRoot, 'node_modules/@fontsource', `ibm-plex-${font}`, 'LICENSE');
      expect(notices).toContain((await readFile(file, 'utf8')).trim());
    }
    const archive = join(folder, 'resources/app.asar');
    const fonts = listPackage(archive, { isPack: false }).filter((name) => /\.woff2?$/.test(name));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((name) => !/\/ibm-plex-(?:mono|sans)-/.test(name))).toEqual([]);
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });

  test('takes no orders from its environment, its arguments or its name', async ({
    desk,
    plex,
  }) => {
    const script = join(desk.folder, 'script.cjs');
    await writeFile(script, `require('node:fs').writeFileSync(__filename + '.ran', '')`);
    const env = {
      ...homeOf(desk),
      ...desk.settingsFor(plex.baseUrl),
      NODE_OPTIONS: `--require=${script}`,
    };
    const renamed = join(folder, 'electron');
    await link(executable, renamed);
    const outcomes = [
      await outcomeOf(executable, [], env),
      await outcomeOf(executable, [script], { ...env, ELECTRON_RUN_AS_NODE: '1' }),
      await outcomeOf(executable, ['--inspect=0'], env),
      await outcomeOf(renamed, [], env),
      await outcomeOf(renamed, [projectRoot], env),
    ];
    await rm(renamed);
    for (const { code, text } of outcomes) {
      // With the fake Plex of its environment it would start: the demo may run on a stand-in.
      expect(text).toContain('This is a test build of Electron');
      expect(text).not.toContain('Debugger listening');
      expect(code).toBe(2);
    }
    expect(await readdir(desk.folder)).not.toContain('script.cjs.ran');
    expect(await readdir(desk.folder)).not.toContain('profile');
    expect(plex.requests.list()).toEqual([]);
  });

  test('brings the command line, which runs on the Node of the computer and takes no orders from its environment', async ({
    desk,
    plex,
  }) => {
    const command = join(folder, 'resources/cli/usher');
    const nodeFolder = dirname(process.execPath);
    const env = {
      ...homeOf(desk),
      ...desk.settingsFor(plex.baseUrl),
      PATH: `${nodeFolder}:/usr/bin:/bin`,
    };
    const version = await run(command, ['--version'], { env });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const doctor = await run(command, ['doctor', '--json'], { env });
    expect(JSON.parse(doctor.stdout)).toMatchObject({
      report: { roundTrip: { kind: 'passed' } },
    });
    const accounts = await run(command, ['accounts', '--json'], { env });
    expect(JSON.parse(accounts.stdout)).toEqual({ accounts: [] });
    expect(await readdir(join(desk.folder, '.config/Usher'))).toContain('installation.json');
    expect(await readdir(desk.folder)).not.toContain('profile');
    expect(plex.requests.list()).toEqual([]);

    const bare = join(desk.folder, 'bare');
    await mkdir(bare);
    for (const program of ['dirname', 'readlink']) {
      await symlink(join('/usr/bin', program), join(bare, program));
    }
    const without = await run(command, ['accounts'], { env: { ...env, PATH: bare } }).catch(
      (error: unknown) => error,
    );
    expect(without).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Node 22.12 or later'),
    });
  });

  for (const given of [
    '--remote-debugging-port=0',
    '--ignore-certificate-errors',
    '--host-resolver-rules=MAP * 127.0.0.1',
  ]) {
    test(`does not start with ${given}, and says so`, async ({ desk, plex }) => {
      // Real accounts are refused on a stand-in; there is none here, and no network to ask for one.
      await rm(standInMark, { force: true });
      const { args } = await readRuntime();
      const env = { ...homeOf(desk), ...desk.settingsFor(plex.baseUrl) };
      const app = spawnDependent(executable, [...args, given], { env });
      let printed = '';
      app.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
      const words = await until('the app to say why it does not start', () =>
        /^usher: .+$/m.exec(printed),
      ).finally(async () => {
        // It waits for a person to close its message.
        const over = once(app, 'exit');
        app.kill('SIGKILL');
        await over;
      });
      const [name] = given.split('=');
      expect(words[0]).toContain(`The installed Usher doesn’t start with ${name}. `);
      expect(printed).not.toContain('DevTools listening');
      const left = await readdir(join(desk.folder, '.config/Usher')).catch(() => []);
      expect(left).not.toContain('installation.json');
      expect(left).not.toContain('logs');
      expect(plex.requests.list()).toEqual([]);
    });
  }

  test('opens its window on its own profile, shows no developer tools, and reaches the keychain', async ({
    desk,
    plex,
  }) => {
    await setFuses(executable, { inspectable: true });
    expect(await readFuses(executable)).toMatchObject({
      EnableNodeCliInspectArguments: true,
      RunAsNode: false,
      OnlyLoadAppFromAsar: true,
    });
    // Real accounts are refused on a stand-in; there is none here, and no network to ask for one.
    await rm(standInMark, { force: true });
    const { args } = await readRuntime();
    const files = createProfileFiles({ folder: join(desk.folder, '.config/Usher') });
    // Kept from its profile, and so from opening its window, until Playwright has attached, which may wait for ever for a
    // page that comes meanwhile.
    const launched = await files.exclusively(async () =>
      ok(
        await _electron.launch({
          executablePath: executable,
          args: [...args],
          env: { ...homeOf(desk), ...desk.settingsFor(plex.baseUrl) },
        }),
      ),
    );
    if (!launched.ok) throw new Error(launched.error.code);
    const electron = launched.value;
    askUntilAnswered(electron);
    const page = await electron.firstWindow();
    const window = new UsherWindow(page);
    await expect(window.signIn.heading).toHaveText('Welcome to Usher');
    expect(await page.title()).toBe('Usher');
    await expect(window.sidebar.demoMark).toBeHidden();
    const found = await electron.evaluate(({ app, BrowserWindow, Menu }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.openDevTools();
      const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'View');
      return {
        isPackaged: app.isPackaged,
        isInArchive: app.getAppPath().endsWith('app.asar'),
        profile: app.getPath('userData'),
        isOpened: window?.webContents.isDevToolsOpened(),
        labels: view?.submenu?.items.map(({ label }) => label),
      };
    });
    expect(found).toMatchObject({
      isPackaged: true,
      isInArchive: true,
      profile: join(desk.folder, '.config/Usher'),
      isOpened: false,
    });
    expect(found.labels).not.toContain('Toggle Developer Tools');
    const vault = await page.evaluate(() =>
      (window as unknown as { usher: UsherBridge }).usher.request('vault.check', {}),
    );
    expect(vault).toMatchObject({ ok: true, value: { kind: 'ready' } });
    // Its command line brings the window of the Usher that runs to the front.
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await run(join(folder, 'resources/cli/usher'), ['open'], {
      env: {
        ...homeOf(desk),
        ...(args.includes('--no-sandbox') ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
        PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      },
    });
    await expect
      .poll(() =>
        electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
      )
      .toBe(true);
    await electron.close();
    const log = await readFile(join(desk.folder, '.config/Usher/logs/usher.log'), 'utf8');
    expect(log).toContain('start.done');
    expect(await readdir(desk.folder)).not.toContain('profile');
    expect(plex.requests.list()).toEqual([]);
  });
});

async function readRuntimeRecord(): Promise<{ distFolder: string; version: string }> {
  const text = await readFile(join(projectRoot, 'out/runtime.json'), 'utf8');
  return JSON.parse(text) as { distFolder: string; version: string };
}

const homeOf = (desk: Desk): Record<string, string> => ({
  ...withoutGaps(desk.env),
  HOME: desk.folder,
  XDG_CONFIG_HOME: join(desk.folder, '.config'),
});

async function outcomeOf(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly text: string }> {
  const runtime = await readRuntime();
  return run(program, [...runtime.args, ...args], { env, timeout: 60_000 }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    },
  );
}
