import { expect } from '@playwright/test';
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

  test('are all there after a power cut', async ({ launch, plex }) => {
    const first = await launch();
    await signInAs(first, plex, 'sam');
    await first.kill();
    const second = await launch();
    await second.window.sidebar.openAccount('sam');
    await expect(second.window.account.token).toContainText('Valid');
  });
});

test.describe('What is known of a token', () => {
  test('is "rejected" once Plex clearly says so, and the account stays until the person decides', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'sam');
    plex.revokeAll('sam');
    await window.account.refresh();
    await expect(window.account.error).toContainText('Plex no longer accepts this account’s token');
    await expect(window.sidebar.account('sam')).toContainText('Token: Revoked');
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(1);
    await window.account.error.getByRole('button', { name: 'Sign in again' }).click();
    await signInAs(usher, plex, 'sam');
    await expect(window.sidebar.account('sam')).toContainText('Token: Valid');
    await expect(window.sidebar.accounts).toHaveCount(1);
  });
});
