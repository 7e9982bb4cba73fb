import type { Guide } from './guide.ts';

const usual = { width: 1080, height: 720, zoom: 1 };

/** The same window narrow, zoomed and with more contrast. */
export async function sizesChapter(guide: Guide): Promise<void> {
  const { tour, usher } = guide;
  const { window, page } = usher;

  const resize = async (size: typeof usual): Promise<void> => {
    await usher.electron.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
      const [shown] = BrowserWindow.getAllWindows();
      shown?.setContentSize(width, height);
      shown?.webContents.setZoomFactor(zoom);
    }, size);
    await page.waitForFunction(({ width, zoom }) => innerWidth === Math.round(width / zoom), size);
  };
  const expectNoSidewaysScroll = async (): Promise<void> => {
    await page.waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
  };

  await tour.step('Fits a window 320 pixels wide', async () => {
    await window.sidebar.openServers('robin');
    await resize({ width: 320, height: 640, zoom: 1 });
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-servers');
    await page.getByRole('button', { name: 'Menu' }).click();
    await tour.picture(page, 'narrow-menu');
    // In the menu the pages of the account that is shown are there already.
    await window.sidebar.openPage('Account');
    await window.account.group('Identity').waitFor();
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-account', window.account.heading);
    await page.getByRole('button', { name: 'Menu' }).click();
    await window.sidebar.openTokens();
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-tokens');
    await page.getByRole('button', { name: 'Menu' }).click();
    await window.sidebar.openSignIn();
    await expectNoSidewaysScroll();
    await tour.picture(page, 'narrow-sign-in');
  });

  await tour.step('Fits a window zoomed to 200 %', async () => {
    await resize(usual);
    await window.sidebar.openServers('robin');
    await resize({ ...usual, zoom: 2 });
    await expectNoSidewaysScroll();
    await tour.pictureOfWindow(usher, 'zoomed-servers');
    await resize(usual);
  });

  await tour.step('Follows a system that asks for more contrast', async () => {
    await page.emulateMedia({ contrast: 'more' });
    await tour.picture(page, 'more-contrast-servers');
    await page.emulateMedia({ contrast: 'no-preference' });
  });
}
