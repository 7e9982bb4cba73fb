import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pinInLink } from '../fixtures/pin-in-link.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';
import { PlexPages } from '../pages/plex-pages.ts';

test.describe('Signing in with the browser', () => {
  test('opens the page of Plex in the system browser, and goes on by itself once it is approved there', async ({
    guest: { usher, plex, desk },
    systemBrowser,
  }) => {
    const { window } = usher;
    await window.signIn.startBrowser();
    await expect(window.signIn.waiting).toBeVisible();
    await new PlexPages(systemBrowser.page).approve(await desk.nextOpenedLink(), 'robin');
    await expect(window.overview.account('robin')).toBeVisible();
    await expect.poll(() => desk.keychainSecrets()).toEqual([newestToken(plex, 'robin')]);
  });

  test('opens the same page again when asked to', async ({ guest: { usher, desk } }) => {
    const { window, page } = usher;
    await window.signIn.startBrowser();
    const first = await desk.nextOpenedLink();
    await page.getByRole('button', { name: 'Open again' }).click();
    const again = await desk.nextOpenedLink();
    expect(again).toBe(first);
    await window.signIn.cancel();
  });

  test('gives the link out, for a computer that opens no browser', async ({
    launch,
    plex,
    desk,
    systemBrowser,
  }) => {
    await desk.removeBrowser();
    const { window, page } = await launch();
    await window.signIn.startBrowser();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => desk.readClipboard()).toContain(`${plex.baseUrl}/auth`);
    await new PlexPages(systemBrowser.page).approve(await desk.readClipboard(), 'sam');
    await expect(window.overview.account('sam')).toBeVisible();
  });

  test('goes on when another view is looked at meanwhile', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'edith');
    await window.sidebar.openSignIn();
    await window.signIn.startBrowser();
    const code = pinInLink(await desk.nextOpenedLink());
    await window.sidebar.openTokens();
    await expect(window.sidebar.addAccount).toHaveAccessibleName('Waiting for a sign-in');
    plex.approvePin(code, 'sam');
    await expect(window.sidebar.account('sam')).toBeVisible();
    await expect(window.tokens.heading).toBeVisible();
  });

  test('is finished at the next start when the window was closed and the approval came meanwhile', async ({
    launch,
    plex,
    desk,
    systemBrowser,
  }) => {
    const first = await launch();
    await first.window.signIn.startBrowser();
    const link = await desk.nextOpenedLink();
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(1);
    await first.closeWindow();
    const index = await readFile(join(desk.profileFolder, 'index.json'), 'utf8');
    expect(index).not.toContain(pinInLink(link));

    await new PlexPages(systemBrowser.page).approve(link, 'sam');
    const second = await launch();
    await expect(second.window.sidebar.account('sam')).toBeVisible();
    await second.window.sidebar.openOverview();
    await expect(second.window.notices).toContainText('Signed in as sam');
    await expect.poll(() => desk.keychainSecrets()).toEqual([newestToken(plex, 'sam')]);
  });

  test('keeps an approval that comes right before the window is closed', async ({
    launch,
    plex,
    desk,
  }) => {
    const first = await launch();
    await first.window.signIn.startBrowser();
    plex.approvePin(pinInLink(await desk.nextOpenedLink()), 'sam');
    await first.closeWindow();
    const second = await launch();
    await expect(second.window.sidebar.account('sam')).toBeVisible();
  });
});
