import { expect } from '../fixtures/expect.ts';
import { resizeWindow, type WindowSize } from '../fixtures/resize-window.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** The window as it opens. */
const usualSize: WindowSize = { width: 1080, height: 720, zoom: 1 };

/** What a person sees first who has just signed in to their only account. */
export async function firstDayChapter({ tour, usher }: Guide): Promise<void> {
  const { overview, sidebar } = usher.window;
  await tour.step('Has the servers at hand from the first day', async () => {
    await sidebar.openOverview();
    await expect(overview.rows).not.toHaveCount(0);
    await expect(overview.refreshButton).toBeEnabled();
    await tour.picture(usher.page, 'overview-first-day');
  });
}

/** The first screen of a returning person, as wide and as narrow as a window gets. */
export async function overviewChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk } = guide;
  const { window, page } = usher;
  const { overview, sidebar } = window;

  await tour.step('Copies a token with one key, and reads the real clipboard back', async () => {
    await sidebar.openOverview();
    await expect(overview.firstRow).toBeFocused();
    await expect
      .poll(async () => {
        // One that comes right after the view has opened was meant for what was there before.
        await page.keyboard.press('Enter');
        return window.clipboard.bar.isVisible();
      })
      .toBe(true);
    await tour.picture(page, 'overview-copied');
    const copied = await desk.readClipboard();
    await expectSoon('a token', () => Promise.resolve(copied.startsWith('transient-')), true);
    await window.clipboard.clearNow();
    await expect(window.clipboard.bar).toBeHidden();
  });

  await tour.step('Says once what needs attention, each with its one action', async () => {
    await plex.revokeAll('sam');
    await overview.refresh();
    await expect(window.notices.getByText('Signed out by Plex')).toBeVisible();
    await tour.picture(page, 'overview');
    await page.emulateMedia({ contrast: 'more' });
    await tour.picture(page, 'overview-contrast');
    await page.emulateMedia({ contrast: 'no-preference' });
  });

  await tour.step('Fits windows from 320 to 1,920 pixels', async () => {
    await resizeWindow(usher, { width: 1920, height: 1080, zoom: 1 });
    await tour.picture(page, 'overview-wide');
    await resizeWindow(usher, { width: 800, height: 720, zoom: 1 });
    await tour.picture(page, 'overview-rail');
    await resizeWindow(usher, { width: 320, height: 640, zoom: 1 });
    await tour.picture(page, 'overview-narrow');
    await tour.picture(page, 'overview-narrow-lower', overview.tokens);
    await window.openMenu();
    await tour.picture(page, 'overview-menu');
    await page.keyboard.press('Escape');
    await resizeWindow(usher, usualSize);
  });
}
