import { expect } from '@playwright/test';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('Home users', () => {
  test('are switched to with their PIN, kept below their account, and go with it', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    const { home, sidebar, servers } = window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openHome('robin');
    await expect(home.rows).toHaveCount(4);
    await expect(home.row('robin')).toContainText('This account');
    await expect
      .poll(() =>
        home
          .row('Juno')
          .locator('img')
          .evaluate((one: HTMLImageElement) => one.naturalWidth),
      )
      .toBeGreaterThan(0);

    await home.getToken('Guest');
    await expect(home.row('Guest')).toContainText('Added');
    await home.getToken('Juno');
    await home.enterPin('0000');
    await expect(home.pinDialog.getByRole('alert')).toHaveText('Wrong PIN');
    await home.enterPin('4321');
    await expect(home.pinDialog).toBeHidden();
    await expect(sidebar.accounts).toHaveCount(3);
    await expect(sidebar.accounts.nth(2)).toContainText(/Juno.*Home user/);
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(3);
    const tokens = await desk.keychainSecrets();

    await home.open('Guest');
    await servers.mint('Attic');
    await expect(window.clipboard.bar).toContainText('Attic');
    await sidebar.openAccount('Juno');
    await expect(window.account.token).toContainText('Valid');
    await sidebar.openAccount('robin');
    await window.account.askToSignOut();
    await expect(window.account.signOutDialog).toContainText('also signs out 2 Home users');
    await window.account.signOutDialog.getByRole('button', { name: 'Sign out' }).click();
    await expect(sidebar.accounts).toHaveCount(0);
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
    expect(tokens.every((token) => plex.sessions.wasRevoked(token))).toBe(true);
  });
});

test.describe('Linking a device', () => {
  test('gives the device that shows the code the account, and nothing to anybody else', async ({
    guest: { usher, plex },
  }) => {
    await signInAs(usher, plex, 'sam');
    const { link } = usher.window;
    await link.open();
    await expect(link.dialog).toContainText('This gives the device full access');
    await link.code.fill(plex.grantToken('sam'));
    await expect(link.error).toContainText('Usher didn’t send it anywhere');
    await expect(link.code).toHaveValue('');
    await link.approve('ZZZZ');
    await expect(link.error).toContainText('No device is waiting with this code');
    const { code } = await showCodeOnTelevision(plex.baseUrl);
    await link.approve(`${code.slice(0, 2)} ${code.slice(2).toLowerCase()}`);
    await expect(link.done).toContainText('Living room');
    await expect(link.done).toContainText('Plex for TV 9');
    await link.close();
    expect(plex.pins.list().find((pin) => pin.code === code)?.authToken).not.toBeNull();
  });
});

/** What a television does that wants to be linked. */
async function showCodeOnTelevision(plexUrl: string): Promise<{ readonly code: string }> {
  const answer = await fetch(`${plexUrl}/api/v2/pins`, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'X-Plex-Client-Identifier': 'a-television',
      'X-Plex-Product': 'Plex for TV',
      'X-Plex-Version': '9',
      'X-Plex-Device-Name': 'Living room',
    },
  });
  return (await answer.json()) as { readonly code: string };
}
