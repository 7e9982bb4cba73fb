import { expect } from '@playwright/test';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('The window', () => {
  test('ends the app when it is closed, with every process of it, also where its page would stay', async ({
    launch,
  }) => {
    const usher = await launch();
    await usher.page.evaluate(() => {
      addEventListener('beforeunload', (event) => event.preventDefault());
    });
    // A page that nobody has touched is not asked.
    await usher.page.keyboard.press('Tab');
    await usher.closeWindow();
    expect(usher.isOver).toBe(true);
  });

  test('opens where and as large as it was when it was closed', async ({ launch }) => {
    const bounds = { x: 40, y: 50, width: 700, height: 520 };
    const before = await launch();
    await before.electron.evaluate(({ BrowserWindow }, to) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(to);
    }, bounds);
    await before.closeWindow();
    const after = await launch();
    const opened = () =>
      after.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
      );
    await expect.poll(opened).toEqual(bounds);
  });

  test('comes back with everything in it when its page dies', async ({ launch, plex }) => {
    const usher = await launch();
    usher.expectComplaint(/crashed/);
    await signInAs(usher, plex, 'sam');
    const isLoadedAgain = await usher.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise((done) => contents?.once('did-finish-load', () => done(true)));
      contents?.forcefullyCrashRenderer();
      return loaded;
    });
    expect(isLoadedAgain).toBe(true);
    const shown = (): Promise<unknown> =>
      usher.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      );
    await expect.poll(shown).toContain('Quick copy');
    await expect.poll(shown).toContain('Cabin');
  });

  test('does not come back for ever with a page that dies whenever it is loaded, but says so', async ({
    launch,
  }) => {
    const usher = await launch({ hasMovableClock: true });
    usher.expectComplaint(/crashed/);
    // Only what the test puts forward passes.
    await usher.slowDown(1_000_000);
    await usher.electron.evaluate(({ BrowserWindow, dialog }) => {
      const seen = { renderers: [] as number[], deaths: 0, messages: [] as string[] };
      const answers: ((response: number) => void)[] = [];
      Object.assign(globalThis, { seen, answers });
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('dom-ready', () => {
        seen.renderers.push(contents.getOSProcessId());
        contents.forcefullyCrashRenderer();
      });
      contents?.on('render-process-gone', () => (seen.deaths += 1));
      Object.assign(dialog, {
        showMessageBox: (_window: unknown, { message, buttons }: Electron.MessageBoxOptions) => {
          seen.messages.push([message, ...(buttons ?? [])].join(' | '));
          return new Promise((resolve) => answers.push((response) => resolve({ response })));
        },
      });
      contents?.forcefullyCrashRenderer();
    });
    interface Seen {
      readonly renderers: readonly number[];
      readonly deaths: number;
      readonly messages: readonly string[];
    }
    const seen = (): Promise<Seen> =>
      usher.electron.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    const deaths = async (): Promise<number> => (await seen()).deaths;

    for (const [before, pauseMs] of [0, 1_000, 5_000, 30_000].entries()) {
      await expect.poll(deaths).toBe(before + 1);
      await usher.advance(pauseMs);
    }
    await expect.poll(deaths).toBe(5);
    const message = 'Usher can’t show its window | Try again | Quit Usher';
    await expect.poll(async () => (await seen()).messages).toEqual([message]);
    await usher.advance(3_600_000);
    const { renderers } = await seen();
    expect(renderers).toHaveLength(4);
    expect(new Set(renderers).size).toBe(4);

    await usher.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.removeAllListeners('dom-ready');
      const { answers } = globalThis as unknown as { answers: ((response: number) => void)[] };
      answers[0]?.(0);
    });
    const shown = (): Promise<unknown> =>
      usher.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      );
    await expect.poll(shown).toContain('Welcome to Usher');
  });
});
