import { expect } from '@playwright/test';
import { newestToken } from '../fixtures/newest-token.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('Several accounts', () => {
  test('stand in the order in which they were added, each with its picture and name', async ({
    guest: { usher, plex },
  }) => {
    const { accounts } = usher.window.sidebar;
    await signInAs(usher, plex, 'robin');
    await signInAs(usher, plex, 'sam');
    await signInAs(usher, plex, 'edith');
    await expect(accounts).toHaveCount(3);
    await expect(accounts.nth(0)).toContainText('robin');
    await expect(accounts.nth(1)).toContainText('sam');
    await expect(accounts.nth(2)).toContainText('Edith');
    const picture = accounts.nth(0).locator('img');
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.complete))
      .toBe(true);
    expect(
      await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
    ).toBeGreaterThan(0);
  });

  test('keep their places when one signs in again, and its old token is replaced', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'robin');
    await signInAs(usher, plex, 'sam');
    const old = newestToken(plex, 'robin');
    await signInAs(usher, plex, 'robin');
    await expect(window.sidebar.accounts).toHaveCount(2);
    await expect(window.sidebar.accounts.nth(0)).toContainText('robin');
    await expect(window.account.token).toContainText(newestToken(plex, 'robin').slice(-4));
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(2);
    await expect.poll(() => desk.keychainSecrets()).not.toContain(old);
  });

  test('are all there after a restart', async ({ launch, plex }) => {
    const first = await launch();
    await signInAs(first, plex, 'robin');
    await signInAs(first, plex, 'sam');
    await first.close();
    const second = await launch();
    await expect(second.window.sidebar.accounts).toHaveCount(2);
    await second.window.sidebar.openAccount('sam');
    await expect(second.window.account.token).toContainText('Valid');
  });

  test('are all there after a power cut', async ({ launch, plex }) => {
    const first = await launch();
    await signInAs(first, plex, 'sam');
    await first.kill();
    const second = await launch();
    await second.window.sidebar.openAccount('sam');
    await expect(second.window.account.token).toContainText('Valid');
  });

  test('are reached by number from the keyboard', async ({ guest: { usher, plex } }) => {
    await signInAs(usher, plex, 'robin');
    await signInAs(usher, plex, 'sam');
    await usher.page.keyboard.press('Control+1');
    await expect(usher.window.servers.row('Attic')).toBeVisible();
    await usher.page.keyboard.press('Control+2');
    await expect(usher.window.servers.row('Attic')).toBeHidden();
    await expect(usher.window.servers.row('Cabin')).toBeVisible();
  });
});

test.describe('What is known of a token', () => {
  for (const deauthorised of [401, 422] as const) {
    test(`is "rejected" once Plex clearly says so (${deauthorised}), and the account stays until the person decides`, async ({
      guest: { usher, plex, desk },
    }) => {
      plex.settings.deauthorised = deauthorised;
      const { window } = usher;
      await signInAs(usher, plex, 'sam');
      plex.revokeAll('sam');
      await window.account.refresh();
      await expect(window.account.error).toContainText('Plex no longer accepts this token');
      await expect(window.sidebar.account('sam')).toContainText('Token: Rejected');
      await expect.poll(() => desk.keychainSecrets()).toHaveLength(1);
      await window.account.error.getByRole('button', { name: 'Sign in again' }).click();
      await signInAs(usher, plex, 'sam');
      await expect(window.sidebar.account('sam')).toContainText('Token: Valid');
      await expect(window.sidebar.accounts).toHaveCount(1);
    });
  }

  test('is "unknown" while Plex cannot be asked, which says nothing against it', async ({
    launch,
    plex,
  }) => {
    const usher = await launch();
    const { window } = usher;
    await signInAs(usher, plex, 'sam');
    plex.faults.add({ match: { host: 'plex' }, action: { reset: true } });
    await window.account.refresh();
    await expect(window.account.error).toContainText('You are still signed in');
    await expect(window.sidebar.account('sam')).toContainText('Token: Unknown');
    plex.faults.clear();
    await window.account.refresh();
    await expect(window.sidebar.account('sam')).toContainText('Token: Valid');
  });
});
