import { expect } from '@playwright/test';
import type { UsherBridge } from '../../../shared/contract.ts';
import { test } from '../../fixtures/usher-test.ts';

test.describe('The page', () => {
  test('is an ordinary web page in the sandbox, in a world of its own', async ({
    guest: { usher },
  }) => {
    const { electron } = usher;
    const preferences = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        // Electron leaves it out of its types.
        (webContents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences(),
      ),
    );
    expect(preferences).toEqual([
      expect.objectContaining({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        experimentalFeatures: false,
      }),
    ]);
  });

  test('knows nothing of Node or Electron', async ({ guest: { usher } }) => {
    const { page } = usher;
    const names = ['process', 'require', 'module', 'exports', 'Buffer', 'global', 'setImmediate'];
    const kinds = await page.evaluate(
      (list) => list.map((name) => typeof (globalThis as Record<string, unknown>)[name]),
      [...names, 'ipcRenderer', 'electron', '__dirname', '__filename'],
    );
    expect([...new Set(kinds)]).toEqual(['undefined']);
  });

  test('has two functions more than any other page, and can change neither', async ({
    guest: { usher },
  }) => {
    const { page, electron } = usher;
    const plainNames = await electron.evaluate(async ({ BrowserWindow, session }) => {
      const plain = new BrowserWindow({
        show: false,
        webPreferences: { session: session.fromPartition('usher-page') },
      });
      // An address of ours with nothing behind it.
      await plain.loadURL('app://usher/nowhere.html');
      const names: unknown = await plain.webContents.executeJavaScript(
        'Object.getOwnPropertyNames(window)',
      );
      plain.destroy();
      return names as readonly string[];
    });
    const found = await page.evaluate((names) => {
      const usual = new Set(names);
      const added = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name));
      const { usher } = window as unknown as { usher: Record<string, unknown> };
      const kinds = Object.entries(usher).map(([name, value]) => [name, typeof value]);
      const isChanged = [
        Reflect.set(window, 'usher', {}),
        Reflect.deleteProperty(window, 'usher'),
        Reflect.set(usher, 'request', () => 'mine'),
        Reflect.defineProperty(usher, 'more', { value: 1 }),
      ];
      return { added, kinds, isChanged };
    }, plainNames);
    expect(found.added).toEqual(['usher']);
    expect(found.kinds).toEqual([
      ['request', 'function'],
      ['subscribe', 'function'],
    ]);
    expect(found.isChanged).toEqual([false, false, false, false]);
  });

  test('can keep nothing: it has no storage, no cookie and no database', async ({
    guest: { usher },
  }) => {
    const outcomes = await usher.page.evaluate(() =>
      [
        () => localStorage,
        () => sessionStorage,
        () => document.cookie,
        () => indexedDB.open('x'),
      ].map((act) => {
        try {
          return typeof act();
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
    expect(outcomes).toEqual(outcomes.map(() => 'SecurityError'));
  });

  test('reaches no other name through them, whatever it does to its own world', async ({
    guest: { usher },
  }) => {
    const { page } = usher;
    const answers = await page.evaluate(async () => {
      Array.prototype.includes = () => true;
      const { usher } = window as unknown as {
        usher: { request(name: unknown, input: unknown): Promise<unknown>; subscribe: unknown };
      };
      const names = ['', 'app', 'constructor', '__proto__', 'APP.SNAPSHOT', 'app.snapshot ', 7];
      return Promise.all([...names, null, ['app.snapshot']].map((name) => usher.request(name, {})));
    });
    const refused = { ok: false, error: { code: 'request.invalid' } };
    expect(answers).toEqual(answers.map(() => refused));
  });

  test('is told the new state and nothing of the event that brought it', async ({
    guest: { usher },
  }) => {
    const { page } = usher;
    const heard = await page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const { usher } = window as unknown as { usher: UsherBridge };
          const listen = (...args: unknown[]): void => resolve(args);
          usher.subscribe(listen);
          void usher.request('signIn.startCode', {});
        }),
    );
    expect(heard).toHaveLength(1);
    expect(JSON.stringify(heard)).not.toContain('senderId');
  });
});
