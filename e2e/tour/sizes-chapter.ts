import { resizeWindow } from '../fixtures/resize-window.ts';
import type { Guide } from './guide.ts';
import { expectNoSidewaysScroll, usualSize } from './sizes.ts';

/** The same window narrow, zoomed and with more contrast: what is not photographed in every size anyway. */
export async function sizesChapter(guide: Guide): Promise<void> {
  const { tour, usher } = guide;
  const { window, page } = usher;

  await tour.step('Fits a window 320 pixels wide', async () => {
    await window.sidebar.openServers('robin');
    await resizeWindow(usher, { width: 320, height: 640, zoom: 1 });
    await window.openMenu();
    await window.sidebar.openTokens();
    await expectNoSidewaysScroll(page);
    await tour.picture(page, 'narrow-tokens');
    await window.openMenu();
    await window.sidebar.openSignIn();
    await expectNoSidewaysScroll(page);
    await tour.picture(page, 'narrow-sign-in');
  });

  await tour.step('Fits a window zoomed to 200 %', async () => {
    await resizeWindow(usher, usualSize);
    await window.sidebar.openServers('robin');
    await resizeWindow(usher, { ...usualSize, zoom: 2 });
    await expectNoSidewaysScroll(page);
    await tour.pictureOfWindow(usher, 'zoomed-servers');
    await resizeWindow(usher, usualSize);
  });

  await tour.step('Follows a system that asks for more contrast', async () => {
    await page.emulateMedia({ contrast: 'more' });
    await tour.picture(page, 'more-contrast-servers');
    await page.emulateMedia({ contrast: 'no-preference' });
  });
}
