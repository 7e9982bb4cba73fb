import { expect } from '@playwright/test';
import { newestToken } from '../fixtures/newest-token.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';
import { chooseOption } from '../pages/choose-option.ts';

test.describe('The devices of an account', () => {
  test('are shown with what each is, searched and sorted, and revoked until Plex lists them no more', async ({
    guest: { usher, plex },
  }) => {
    const { page, window } = usher;
    const { devices } = window;
    const idOf = (name: string): number =>
      plex.sessions
        .devicesOf(plex.user('robin'))
        .find(({ identity }) => identity.deviceName === name)?.id ?? 0;
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openDevices('robin');
    await expect(devices.row('Living room')).toContainText('Plex for LG 5.90.1');
    await expect(devices.row('Living room')).toContainText('198.51.100.7');
    await expect(devices.group('This Usher').getByRole('listitem')).toHaveCount(1);

    await devices.search.fill('android 11');
    await expect(devices.rows).toHaveCount(1);
    await page.keyboard.press('Escape');
    await chooseOption(devices.sort, 'Last seen, oldest first');
    await expect(devices.group('Apps and players').getByRole('listitem').nth(0)).toContainText(
      'Tablet in the drawer',
    );

    await devices.selectAll('Other installations of Usher');
    await devices.askToRevokeSelected();
    await expect(devices.dialog).toContainText('Another Usher may be in use');
    await devices.confirm();
    await expect(window.told('2 devices revoked')).toBeVisible();
    await expect(devices.group('Other installations of Usher')).toBeHidden();
    expect([idOf('old-laptop'), idOf('workbench')]).toEqual([0, 0]);

    const lies = plex.faults.add({
      match: { method: 'DELETE', path: `/devices/${idOf('Living room')}.xml` },
      action: { status: 200 },
    });
    await devices.askToRevoke('Living room');
    await devices.confirm();
    await expect(window.told('Still listed by Plex')).toBeVisible();
    await expect(devices.row('Living room')).toContainText('still listed');
    plex.faults.remove(lies);
    await page.getByRole('button', { name: 'Retry 1 device' }).click();
    await expect(window.told('1 device revoked')).toBeVisible();
    await expect(devices.row('Living room')).toBeHidden();
  });

  test('once this Usher is one of them: the account is signed out here, and keeps its place', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    const { devices } = window;
    await signInAs(usher, plex, 'robin');
    const token = newestToken(plex, 'robin');
    await window.sidebar.openDevices('robin');
    await devices
      .group('This Usher')
      .getByRole('button', { name: /^Revoke/ })
      .click();
    await expect(devices.dialog).toContainText('This signs robin out here');
    await devices.confirm();
    await expect(window.told('robin is signed out here')).toBeVisible();
    await expect(devices.group('This Usher')).toBeHidden();
    expect(plex.sessions.wasRevoked(token)).toBe(true);
    await expect(window.sidebar.account('robin')).toHaveAccessibleName(/Token: Revoked/);
    await expect.poll(() => desk.keychainSecrets()).toEqual([token]);
    await window.main.getByRole('button', { name: 'Sign in again' }).click();
    await expect(window.signIn.heading).toBeVisible();
  });
});
