import { expect } from '../fixtures/expect.ts';
import type { Guide } from './guide.ts';

/** What the window says when things go wrong, and its two dialogs. */
export async function troubleChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex } = guide;
  const { window, page } = usher;

  await tour.step('Says that Plex no longer takes a token, and keeps the account', async () => {
    await plex.revokeAll('sam');
    await window.sidebar.openAccount('sam');
    await window.account.refresh();
    await expect(window.account.token).toContainText('Revoked');
    await tour.pictures(usher, 'token-rejected');
  });

  await tour.step('Tells a dead network from one that asks to log in', async () => {
    await plex.break('/api/v2/user', { reset: true });
    await window.sidebar.openAccount('robin');
    await expect(window.account.offline).toBeVisible();
    await tour.pictures(usher, 'account-offline');
    await plex.mend();
    await plex.break('/api/v2/resources', { html: true });
    await window.sidebar.openServers('robin');
    await window.servers.refresh();
    const troubleOfRobin = window.servers.error.filter({ hasText: 'robin' });
    await expect(troubleOfRobin.getByText('You may need to sign in to this network')).toBeVisible();
    await tour.pictures(usher, 'servers-intercepted');
    await window.sidebar.openOverview();
    await expect(window.notices.getByText('Couldn’t refresh servers')).toBeVisible();
    await tour.pictures(usher, 'overview-stale');
    await window.sidebar.openServers('robin');
    await plex.mend();
    await window.servers.refresh();
    await expect(troubleOfRobin).toBeHidden();
  });

  await tour.step('Looks at the keychain, and finds that it works', async () => {
    await window.sidebar.openKeychain();
    await expect(page.getByRole('heading', { name: 'Your keychain works' })).toBeVisible();
    await tour.picture(page, 'keychain-doctor');
    await window.sidebar.openServers('robin');
  });

  await tour.step('Tells the keys that work everywhere, and what Usher is', async () => {
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await tour.picture(page, 'keyboard-shortcuts');
    await page.keyboard.press('Escape');
    await window.sidebar.openAbout();
    await expect(page.getByRole('dialog', { name: 'About Usher' })).toBeVisible();
    await tour.picture(page, 'about');
    await page.keyboard.press('Escape');
  });
}
