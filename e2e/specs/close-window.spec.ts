import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { lastMinted } from '../fixtures/last-minted.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { readRuntime } from '../fixtures/read-runtime.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { test as base } from '../fixtures/usher-test.ts';
import { UsherWindow } from '../pages/usher-window.ts';

const run = promisify(execFile);

const test = base.extend<{ readonly holding: UsherApp }>({
  /** Has a token of Attic on the clipboard, whose time stands as good as still. */
  holding: async ({ launch, plex, desk }, use) => {
    const usher = await launch({ hasMovableClock: true });
    await signInAs(usher, plex, 'robin');
    await usher.slowDown(1_000);
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.mint('Attic');
    await expect(usher.window.clipboard.bar).toContainText('Attic');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await use(usher);
  },
});

test.describe('The window, closed with a token on the clipboard,', () => {
  test('leaves it there until its time is over, and then the app ends', async ({
    holding: usher,
    plex,
    desk,
  }) => {
    await usher.closeWindowOnly();
    await usher.advance(25_000);
    expect(usher.isOver).toBe(false);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await usher.endsWith(() => usher.advance(5_000));
    await expect.poll(() => desk.readClipboard()).toBe('');
  });

  test('lets the app end within a second once another program has copied, and leaves that', async ({
    holding: usher,
    desk,
  }) => {
    await usher.closeWindowOnly();
    await desk.writeClipboard('a shopping list');
    await usher.endsWith(() => usher.advance(1_000));
    await expect.poll(() => desk.readClipboard()).toBe('a shopping list');
  });

  test('comes back when Usher is started again, and the app then lives on', async ({
    holding: usher,
    plex,
    desk,
  }) => {
    await usher.closeWindowOnly();
    const opening = usher.electron.waitForEvent('window');
    const { executable, args } = await readRuntime();
    await run(executable, [...args, projectRoot], {
      env: { ...desk.env, ...desk.settingsFor(plex.baseUrl) },
    });
    const window = new UsherWindow(await opening);
    await expect(window.clipboard.bar).toContainText('Attic');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await usher.slowDown(1);
    await usher.advance(30_000);
    await expect(window.clipboard.bar).toBeHidden();
    await expect.poll(() => desk.readClipboard()).toBe('');
    expect(usher.isOver).toBe(false);
  });

  test('lets the app end at once, and the clipboard be cleared, when the system says so', async ({
    holding: usher,
    desk,
  }) => {
    await usher.closeWindowOnly();
    await usher.endsWith(() => {
      usher.electron.process().kill('SIGTERM');
      return Promise.resolve();
    });
    await expect.poll(() => desk.readClipboard()).toBe('');
  });

  test('ends the app at once when the token is to stay', async ({ holding: usher }) => {
    await usher.window.clipboard.keep();
    await usher.closeWindow();
    expect(usher.isOver).toBe(true);
  });
});
