import { expect } from '@playwright/test';
import { everyView } from '../fixtures/every-view.ts';
import { oversizedViews } from '../fixtures/oversized-views.ts';
import { resizeWindow } from '../fixtures/resize-window.ts';
import { sidewaysOverflow } from '../fixtures/sideways-overflow.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('No view scrolls sideways', () => {
  for (const [name, size] of [
    ['in a window 320 pixels wide', { width: 320, height: 640, zoom: 1 }],
    ['in the usual window at 200 %', { width: 1080, height: 720, zoom: 2 }],
  ] as const) {
    test(name, async ({ launch, plex }) => {
      const usher = await launch();
      await resizeWindow(usher, size);
      const found: string[] = [];
      const look = async (view: string): Promise<void> => {
        const overflow = await sidewaysOverflow(usher.page);
        found.push(...overflow.map((what) => `${view}: ${what}`));
      };
      await everyView(usher, plex, look);
      await oversizedViews(usher, plex, look);
      expect(found).toEqual([]);
    });
  }

  test('and the narrow window has its accounts behind a menu', async ({ launch, plex }) => {
    const usher = await launch();
    const { sidebar } = usher.window;
    await resizeWindow(usher, { width: 320, height: 640, zoom: 1 });
    await expect(sidebar.addAccount).toBeHidden();
    await usher.page.getByRole('button', { name: 'Menu' }).click();
    await sidebar.openTokens();
    await expect(usher.window.tokens.heading).toBeVisible();
    await expect(sidebar.addAccount).toBeHidden();
    expect(plex.requests.list()).toEqual([]);
  });
});
