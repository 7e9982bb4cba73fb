import { expect } from '@playwright/test';
import { startDisplay } from '../../build/headless-session.mjs';
import type { UsherBridge } from '../../shared/contract.ts';
import { Desk } from '../fixtures/desk.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { passInPage } from '../fixtures/pass-in-page.ts';
import { RealKeyboard } from '../fixtures/real-keyboard.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { test as base } from '../fixtures/usher-test.ts';

/** A press that comes within this of the view's or the window's taking the focus counts for nothing. */
const calmMs = 300;

const test = base.extend<{ readonly keyboard: RealKeyboard; readonly returning: UsherApp }>({
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
  /** Started by somebody who has an account, with the focus where it is then. */
  returning: async ({ launch, plex, keyboard }, use) => {
    const first = await launch();
    await signInAs(first, plex, 'robin');
    await first.closeWindow();
    const usher = await launch();
    await keyboard.reaches('Usher');
    await expect(usher.window.overview.firstRow).toBeFocused();
    await passInPage(usher.page, calmMs);
    await use(usher);
  },
});

test.describe('One key, to a window that has the focus of the system,', () => {
  test('puts a token on the clipboard right after the start', async ({
    returning,
    keyboard,
    plex,
    desk,
  }) => {
    await keyboard.press('Return');
    await expect(returning.window.clipboard.bar).toBeVisible();
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
  });

  test('copies once however long it is held', async ({ returning, keyboard, plex, desk }) => {
    const { page, window } = returning;
    await page.evaluate(() => {
      const held = { repeats: 0 };
      Object.assign(globalThis, { held });
      addEventListener('keydown', ({ repeat }) => (held.repeats += repeat ? 1 : 0), true);
    });
    const repeats = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { held: { repeats: number } }).held.repeats);
    await keyboard.hold('Return', async () => {
      await expect(window.clipboard.bar).toBeVisible();
      const before = await repeats();
      await expect.poll(repeats).toBeGreaterThan(before + 5);
    });
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    const done = await page.evaluate(async () => {
      const { usher: bridge } = globalThis as unknown as { readonly usher: UsherBridge };
      const listed = await bridge.request('activity.list', {});
      return listed.ok ? listed.value.map(({ kind, what }) => `${kind} ${what}`) : [];
    });
    expect(done.filter((each) => each.endsWith('transientToken'))).toEqual([
      'minted transientToken',
    ]);
  });
});
