import { startDisplay } from '../../build/headless-session.mjs';
import { windowDoor, type UsherBridge } from '../../shared/contract.ts';
import { quickDoor, type QuickBridge } from '../../shared/quick-access.ts';
import { Desk } from '../fixtures/desk.ts';
import { expect } from '../fixtures/expect.ts';
import { test as base, windowsOf } from '../fixtures/in-tray-test.ts';
import { sampleGarbage } from '../fixtures/fuzz/sample-garbage.ts';
import { sendToDoors } from '../fixtures/fuzz/send-to-doors.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { RealKeyboard } from '../fixtures/real-keyboard.ts';
import { TextWindow } from '../fixtures/text-window.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { QuickAccessPage } from '../pages/quick-access-page.ts';
import { UsherWindow } from '../pages/usher-window.ts';

const shortcut = 'ctrl+alt+space';
const title = 'Usher quick access';
const refused = { ok: false, error: { code: 'request.invalid' } };

interface Ready {
  readonly usher: UsherApp;
  readonly keyboard: RealKeyboard;
  /** Presses the shortcut, and answers what it opened. */
  readonly summon: () => Promise<QuickAccessPage>;
}

const test = base.extend<{ readonly keyboard: RealKeyboard; readonly ready: Ready }>({
  // On a display of its own: a window manager would move the windows of other tests.
  desk: async ({}, use) => {
    const display = await startDisplay();
    const desk = await Desk.make(display.name);
    await use(desk);
    await desk.clear();
    await display.stop();
  },
  keyboard: async ({ desk }, use) => {
    const keyboard = await RealKeyboard.open(desk.display);
    await use(keyboard);
    await keyboard.close();
  },
  /** Usher in the background, without its window, and a shortcut that was recorded by pressing it. */
  ready: async ({ keyboard, inTray: { usher } }, use) => {
    await keyboard.reaches('Usher');
    await usher.window.settings.recordShortcut();
    await keyboard.press(shortcut);
    await expect(usher.window.settings.quickAccess).toContainText('CtrlAltSpace');
    await usher.closeWindowOnly();
    await expect.poll(() => usher.electron.windows().length).toBe(0);
    const summon = async (): Promise<QuickAccessPage> => {
      const [open] = usher.electron.windows();
      const opening = open === undefined ? usher.electron.waitForEvent('window') : open;
      await keyboard.press(shortcut);
      const page = new QuickAccessPage(await opening);
      await keyboard.reaches(title);
      await expect(page.field).toBeFocused();
      return page;
    };
    await use({ usher, keyboard, summon });
  },
});

const isShown = (usher: UsherApp): Promise<boolean> =>
  usher.electron.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows().some((one) => one.getTitle() === name && one.isVisible()),
    title,
  );

const boundsOf = (usher: UsherApp) =>
  usher.electron.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.getTitle() === name)
        ?.getBounds(),
    title,
  );

test.describe('Quick access', () => {
  test('copies a token over another program, which has the focus again and gets it by a paste', async ({
    ready: { keyboard, summon },
    desk,
    plex,
  }) => {
    const other = await TextWindow.open(desk);
    await keyboard.reaches(TextWindow.title);
    const quick = await summon();
    await quick.page.keyboard.type('atti');
    await expect(quick.marked).toContainText('Attic');
    await keyboard.press('Return');
    await keyboard.reaches(TextWindow.title);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await keyboard.press('shift+Insert');
    await keyboard.press('Return');
    await expect.poll(() => other.text()).toBe(`${lastMinted(plex)}\n`);

    // The next time it is there at once, and begins anew; Escape, and the shortcut itself, send it away.
    expect((await summon()).page).toBe(quick.page);
    await expect(quick.field).toHaveValue('');
    await keyboard.press('Escape');
    await keyboard.reaches(TextWindow.title);
    await summon();
    await keyboard.press(shortcut);
    await keyboard.reaches(TextWindow.title);
    await other.close();
  });

  test('lets its page ask for three things, and nobody else ask for those', async ({
    ready: { usher, summon },
  }) => {
    const quick = await summon();
    const asked = await quick.page.evaluate(
      async ({ names }) => {
        const { usherQuickAccess } = globalThis as unknown as {
          usherQuickAccess: { request: (name: string, input: unknown) => Promise<unknown> };
        };
        const answers = await Promise.all(names.map((name) => usherQuickAccess.request(name, {})));
        return { answers, hasWindowsDoor: 'usher' in globalThis };
      },
      { names: windowDoor.names.filter((name) => name !== 'server.copyToken') },
    );
    expect(asked.hasWindowsDoor).toBe(false);
    expect(asked.answers).toEqual(asked.answers.map(() => refused));
    const channels = quickDoor.names.map((name) => quickDoor.requestChannel(name));
    const garbage = await sendToDoors(usher.electron, sampleGarbage(300), { title, channels });
    expect(garbage).toEqual({ [JSON.stringify(refused)]: 300 * channels.length });

    // Nor does it move its window, or make it larger.
    const bounds = await boundsOf(usher);
    await quick.page.evaluate(() => {
      resizeTo(1_000, 700);
      moveTo(0, 0);
    });
    await quick.page.evaluate(() => undefined);
    expect(await boundsOf(usher)).toEqual(bounds);

    // At the doors themselves, past what preload lets through.
    const opening = usher.electron.waitForEvent('window');
    await quick.page.keyboard.press('Control+o');
    const { main } = new UsherWindow(await opening);
    await expect(main).toBeVisible();
    // Hidden by then, it gets no token for anybody either.
    expect(
      await quick.page.evaluate(() => {
        const { usherQuickAccess } = globalThis as unknown as { usherQuickAccess: QuickBridge };
        return usherQuickAccess.request('quick.open', { view: null });
      }),
    ).toEqual(refused);
    const knocks = await usher.electron.evaluate(
      async ({ BrowserWindow, ipcMain }, { name, quickChannels, windowChannels }) => {
        const { _invokeHandlers: handlers } = ipcMain as unknown as {
          _invokeHandlers: Map<string, (event: unknown, payload: unknown) => Promise<unknown>>;
        };
        const all = BrowserWindow.getAllWindows();
        const contents = (isQuick: boolean) =>
          all.find((one) => (one.getTitle() === name) === isQuick)?.webContents;
        const knock = async (channel: string, isQuick: boolean): Promise<unknown> => {
          const sender = contents(isQuick);
          return handlers.get(channel)?.({ sender, senderFrame: sender?.mainFrame }, {});
        };
        return {
          count: all.length,
          quickAtWindows: await Promise.all(windowChannels.map((one) => knock(one, true))),
          windowAtQuicks: await Promise.all(quickChannels.map((one) => knock(one, false))),
        };
      },
      {
        name: title,
        quickChannels: channels,
        windowChannels: windowDoor.names.map((name) => windowDoor.requestChannel(name)),
      },
    );
    expect(knocks.count).toBe(2);
    expect(knocks.quickAtWindows).toEqual(knocks.quickAtWindows.map(() => refused));
    expect(knocks.windowAtQuicks).toEqual(knocks.windowAtQuicks.map(() => refused));
  });

  test('asks nothing: with the keychain locked it opens the window, and with the screen locked it goes', async ({
    ready: { usher, keyboard, summon },
    inTray: { keychain, tray },
    plex,
  }) => {
    const quick = await summon();
    await keychain.lock();
    const opening = usher.electron.waitForEvent('window');
    await keyboard.press('1');
    const window = new UsherWindow(await opening);
    await expect(window.server.heading).toBeVisible();
    expect(lastMinted(plex)).toBe('');
    await keychain.unlock();

    await summon();
    await expect
      .poll(async () => {
        tray.sayScreenIs('locked');
        return isShown(usher);
      })
      .toBe(false);
    await keyboard.press(shortcut);
    // What the press had begun would be over before the page has answered.
    await quick.page.evaluate(() => undefined);
    expect(await isShown(usher)).toBe(false);
  });

  test('comes anew when its page has died', async ({ ready: { usher, keyboard, summon } }) => {
    await summon();
    await usher.electron.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.forcefullyCrashRenderer();
    });
    await expect.poll(() => windowsOf(usher)).toBe(0);
    await expect.poll(() => usher.electron.windows().length).toBe(0);
    await summon();
    await keyboard.press('Escape');
  });
});

test('A shortcut that the desktop has itself is told as taken', async ({
  keyboard,
  inTray: { usher },
}) => {
  await keyboard.reaches('Usher');
  const { quickAccess } = usher.window.settings;
  // By it openbox goes to the next desktop, so that no program hears of the press.
  await usher.page.evaluate(async () => {
    const { usher: bridge } = globalThis as unknown as { readonly usher: UsherBridge };
    await bridge.request('settings.update', { quickShortcut: 'Control+Alt+Right' });
  });
  await expect(quickAccess.getByRole('alert')).toContainText('Another app already uses');
  await usher.window.settings.recordShortcut();
  await keyboard.press(shortcut);
  await expect(quickAccess.getByRole('alert')).toHaveCount(0);
  await expect(quickAccess).toContainText('CtrlAltSpace');
});
