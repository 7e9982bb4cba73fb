import { expect } from '../fixtures/expect.ts';
import { resizeWindow, type WindowSize } from '../fixtures/resize-window.ts';
import type { Guide } from './guide.ts';

/** The window as it opens. */
export const usualSize: WindowSize = { width: 1080, height: 720, zoom: 1 };

/** The same window narrow, zoomed and with more contrast. */
export async function sizesChapter(guide: Guide): Promise<void> {
  const { tour, usher } = guide;
  const { window, page } = usher;

  const expectNoSidewaysScroll = async (): Promise<void> => {
    await page.waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
  };

  await tour.step('Fits a window 320 pixels wide', async () => {
    await window.sidebar.openServers('robin');
    await resizeWindow(usher, { width: 320, height: 640, zoom: 1 });
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-servers');
    await window.openMenu();
    await tour.picture(page, 'narrow-menu');
    await window.sidebar.openAccount('robin');
    await expect(window.account.group('Identity')).toBeVisible();
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-account', window.account.heading);
    await window.openMenu();
    await window.sidebar.openTokens();
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-tokens');
    await window.openMenu();
    await window.sidebar.openSignIn();
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-sign-in');
  });

  await tour.step('Fits a window zoomed to 200 %', async () => {
    await resizeWindow(usher, usualSize);
    await window.sidebar.openServers('robin');
    await resizeWindow(usher, { ...usualSize, zoom: 2 });
    await expectNoSidewaysScroll();
    await tour.pictureOfWindow(usher, 'zoomed-servers');
    await resizeWindow(usher, usualSize);
  });

  await tour.step('Follows a system that asks for more contrast', async () => {
    await page.emulateMedia({ contrast: 'more' });
    await tour.picture(page, 'more-contrast-servers');
    await page.emulateMedia({ contrast: 'no-preference' });
  });
}
