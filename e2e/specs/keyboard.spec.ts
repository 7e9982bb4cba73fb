import { expect } from '@playwright/test';
import { lastMinted } from '../fixtures/last-minted.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { tabTo } from '../fixtures/tab-to.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('Without a mouse', () => {
  test('a person signs in, mints, copies, forgets and signs out', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window, page } = usher;
    const { keyboard } = page;
    await expect(window.signIn.usePassword).toBeEnabled();
    await tabTo(window.signIn.usePassword);
    await keyboard.press('Enter');
    await expect(window.signIn.login).toBeFocused();
    await keyboard.type('robin');
    await tabTo(window.signIn.password);
    await keyboard.type('robin-demo-password');
    await keyboard.press('Enter');
    await expect(window.signIn.verificationCode).toBeFocused();
    await keyboard.type('246810');
    await expect(window.overview.row('Attic')).toBeFocused();
    await expect
      .poll(async () => {
        // One that comes right after the view has opened was meant for what was there before.
        await keyboard.press('Enter');
        return window.clipboard.bar.isVisible();
      })
      .toBe(true);
    await expect(window.clipboard.bar).toContainText('Attic');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));

    await keyboard.press('Control+3');
    await expect(window.tokens.heading).toBeFocused();
    await tabTo(window.tokens.row('Attic').getByRole('button', { name: /^More: token/ }));
    await keyboard.press('Enter');
    await expect(usher.page.getByRole('menuitem', { name: 'Reveal' })).toBeFocused();
    await keyboard.press('End');
    await keyboard.press('Enter');
    await tabTo(window.dialog.getByRole('button', { name: 'Forget token' }));
    await keyboard.press('Enter');
    await expect(window.dialog).toBeHidden();
    await expect(window.tokens.rows).toHaveCount(0);

    await tabTo(window.sidebar.account('robin'));
    await keyboard.press('Enter');
    await expect(window.account.heading).toBeFocused();
    await tabTo(window.account.more);
    await keyboard.press('Enter');
    await expect(usher.page.getByRole('menuitem', { name: 'Link a device' })).toBeFocused();
    await keyboard.press('End');
    await keyboard.press('Enter');
    await tabTo(window.account.signOutDialog.getByRole('button', { name: 'Sign out' }));
    await keyboard.press('Enter');
    await tabTo(window.account.signOutDialog.getByRole('button', { name: 'Done' }));
    await keyboard.press('Enter');
    await expect(window.signIn.heading).toHaveText('Welcome to Usher');
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
  });

  test('a dialog takes the focus, keeps it, and gives it back', async ({
    guest: { usher, plex },
  }) => {
    const { window, page } = usher;
    await signInAs(usher, plex, 'sam');
    const opener = window.account.more;
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Link a device' })).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const dialog = window.account.signOutDialog;
    await expect(dialog.locator(':focus')).toHaveCount(1);
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      await expect(dialog.locator(':focus')).toHaveCount(1);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    expect(plex.sessions.wasRevoked(newestToken(plex, 'sam'))).toBe(false);
  });

  test('arrow keys move in the sidebar and among the servers', async ({
    guest: { usher, plex },
  }) => {
    const { window, page } = usher;
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openServers('robin');
    await page.getByRole('button', { name: 'Attic', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Cabin', exact: true })).toBeFocused();
    await window.sidebar.account('robin').focus();
    await page.keyboard.press('End');
    await expect(window.sidebar.navigation.getByRole('button', { name: 'Settings' })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(window.sidebar.navigation.getByRole('button', { name: /^Search/ })).toBeFocused();
  });
});
