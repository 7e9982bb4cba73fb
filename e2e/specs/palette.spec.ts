import { expect } from '@playwright/test';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('The palette', () => {
  test('copies a token by the keyboard alone, then a new one, and opens the server', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window, page } = usher;
    const { keyboard } = page;
    const { palette } = window;
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openOverview();
    await expect(window.overview.rows).not.toHaveCount(0);

    const choose = async (key: string): Promise<void> => {
      await keyboard.press('Control+k');
      await expect(palette.field).toBeFocused();
      await keyboard.type('atti');
      await expect(palette.marked).toContainText('Attic');
      await keyboard.press(key);
      await expect(palette.dialog).toBeHidden();
    };
    await choose('Enter');
    await expect(window.clipboard.bar).toContainText('Attic');
    const first = lastMinted(plex);
    await expect.poll(() => desk.readClipboard()).toBe(first);

    await choose('Alt+Enter');
    expect(lastMinted(plex)).not.toBe(first);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));

    await choose('Control+Enter');
    await expect(window.main.getByRole('heading', { level: 1 })).toHaveText('Attic');
    await keyboard.press('Control+k');
    await expect(palette.rows.nth(0)).toContainText('Attic');
    await keyboard.press('Escape');
    await expect(palette.dialog).toBeHidden();
  });

  test('is gone at once when Escape comes before its first frame, and keeps no key that follows', async ({
    launch,
    plex,
  }) => {
    const usher = await launch();
    const { window, page } = usher;
    await signInAs(usher, plex, 'robin');

    const left = await page.evaluate(async () => {
      const press = (key: string, ctrlKey: boolean): void =>
        void document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
        );
      const countDialogs = (): number => document.querySelectorAll('[role="dialog"]').length;
      return new Promise<number>((resolve) => {
        // It is told of the palette in the task that puts it there, before anything of it is drawn.
        new MutationObserver((_, observer) => {
          if (countDialogs() === 0) return;
          observer.disconnect();
          press('Escape', false);
          resolve(countDialogs());
        }).observe(document.body, { childList: true, subtree: true });
        press('k', true);
      });
    });
    expect(left).toBe(0);
    await page.keyboard.press('Control+/');
    await expect(window.dialog).toBeVisible();
  });
});
