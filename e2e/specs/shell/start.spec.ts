import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { processesInGroup } from '../../fixtures/processes-in-group.ts';
import { projectRoot } from '../../fixtures/project-root.ts';
import { readRuntime } from '../../fixtures/read-runtime.ts';
import { until } from '../../fixtures/until.ts';
import { test } from '../../fixtures/usher-test.ts';

const run = promisify(execFile);

/** Every file of a folder of ours, with when it was last written. Chromium's own come and go. */
async function writingTimes(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(folder, 'chromium')));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, (await stat(file)).mtimeMs] as const)),
  );
}

test.describe('The start', () => {
  for (const url of [
    'https://plex.tv',
    'http://192.168.1.5:32400',
    'http://127.0.0.1.example.invalid/',
    'http://127.0.0.1@example.invalid/',
    'file:///tmp',
    '',
  ]) {
    test(`is refused when Plex is said to be at “${url}”`, async ({ display }) => {
      const folder = await mkdtemp(join(tmpdir(), 'usher-refused-'));
      const { executable, args } = await readRuntime();
      const outcome = await run(executable, [...args, projectRoot], {
        env: {
          ...process.env,
          DISPLAY: display,
          USHER_PLEX_URL: url,
          USHER_PROFILE: join(folder, 'profile'),
        },
      }).then(
        () => ({ code: 0, stderr: '' }),
        (error: unknown) => error as { code: number; stderr: string },
      );
      expect(outcome.code).toBe(2);
      expect(outcome.stderr).toContain('USHER_PLEX_URL must be an http address of this computer');
      expect(await readdir(folder)).toEqual([]);
      await rm(folder, { recursive: true });
    });
  }

  test('begins no crash reports, and leaves no memory to core dumps', async ({ launch }) => {
    const { electron } = await launch();
    const processes = await until('the page, the network and the keychain to run', async () => {
      const found = await electron.evaluate(({ app }) =>
        app.getAppMetrics().map(({ pid, type, serviceName, name }) => ({
          pid,
          kind: [type, serviceName, name].filter(Boolean).join(' '),
        })),
      );
      return ['Browser', 'Tab', 'NetworkService', 'NodeService'].every((part) =>
        found.some(({ kind }) => kind.includes(part)),
      )
        ? found
        : null;
    });
    const filters = await Promise.all(
      processes.map(async ({ pid, kind }) => {
        const filter = await readFile(`/proc/${pid}/coredump_filter`, 'utf8');
        return [kind, Number.parseInt(filter, 16)] as const;
      }),
    );
    expect(filters.filter(([, filter]) => filter !== 0)).toEqual([]);
    const reports = await electron.evaluate(({ app, crashReporter }) => ({
      folder: app.getPath('crashDumps'),
      uploads: (() => {
        try {
          return crashReporter.getUploadToServer();
        } catch {
          return false;
        }
      })(),
    }));
    expect(reports.uploads).toBe(false);
    // Chromium gives itself a name for reports that it never makes.
    const files = await readdir(reports.folder, { recursive: true }).catch(() => []);
    expect(files.filter((name) => name !== 'client_id')).toEqual([]);
    const commands = await processesInGroup(electron.process().pid ?? 0);
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((line) => line.includes('crashpad_handler'))).toEqual([]);
  });

  test('of a second Usher brings the first to the front and touches nothing', async ({
    launch,
    desk,
    plex,
  }) => {
    const first = await launch();
    await first.electron.evaluate(({ BrowserWindow, app }) => {
      const [window] = BrowserWindow.getAllWindows();
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      window?.hide();
      window?.on('show', () => heard.push('show'));
      app.on('second-instance', () => heard.push('second'));
    });
    const before = await writingTimes(desk.profileFolder);
    expect(Object.keys(before)).not.toEqual([]);
    const { executable, args } = await readRuntime();
    const second = await run(executable, [...args, projectRoot], {
      env: {
        ...desk.env,
        ...desk.settingsFor(plex.baseUrl),
      },
    });
    expect(second.stdout).not.toContain('start.done');
    const heard = await first.electron.evaluate(
      () => (globalThis as unknown as { heard: readonly string[] }).heard,
    );
    expect([...heard].sort()).toEqual(['second', 'show']);
    expect(await writingTimes(desk.profileFolder)).toEqual(before);
    expect(plex.requests.list()).toEqual([]);
  });

  test('lets developer tools in, unless it is packaged', async ({ launch }) => {
    const { electron } = await launch();
    const isOpened = await electron.evaluate(async ({ BrowserWindow, app, Menu }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('There is no window.');
      const opened = new Promise<void>((done) =>
        window.webContents.once('devtools-opened', () => done()),
      );
      window.webContents.openDevTools({ mode: 'detach' });
      await opened;
      window.webContents.closeDevTools();
      const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'View');
      const hasItem = view?.submenu?.items.some(({ label }) => label === 'Toggle Developer Tools');
      return { isPackaged: app.isPackaged, hasItem };
    });
    expect(isOpened).toEqual({ isPackaged: false, hasItem: true });
  });
});
