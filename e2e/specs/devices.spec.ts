import { expect } from '@playwright/test';
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
    await expect(devices.own.filter({ hasText: 'This computer' })).toHaveCount(1);

    await devices.search.fill('android 11');
    await expect(devices.rows).toHaveCount(1);
    await page.keyboard.press('Escape');
    await chooseOption(devices.sort, 'Last seen, oldest first');
    await chooseOption(devices.show, 'Apps and players');
    await expect(devices.rows.nth(0)).toContainText('Tablet in the drawer');

    await chooseOption(devices.show, 'Other Ushers');
    await devices.selectAll();
    await devices.askToRevokeSelected();
    await expect(devices.dialog).toContainText('Another Usher may be in use');
    await devices.confirm();
    await expect(window.done('2 devices revoked')).toBeVisible();
    await expect(devices.rows).toHaveCount(0);
    await chooseOption(devices.show, 'All');
    expect([idOf('old-laptop'), idOf('workbench')]).toEqual([0, 0]);

    const lies = plex.faults.add({
      match: { method: 'DELETE', path: `/devices/${idOf('Living room')}.xml` },
      action: { status: 200 },
    });
    await devices.askToRevoke('Living room');
    await devices.confirm();
    await expect(window.told('Still listed by Plex')).toBeVisible();
    await expect(devices.row('Living room')).toContainText('Still listed');
    plex.faults.remove(lies);
    await page.getByRole('button', { name: 'Retry 1 device' }).click();
    await expect(window.done('1 device revoked')).toBeVisible();
    await expect(devices.row('Living room')).toBeHidden();
  });

  test('have this Usher by itself, which leads to signing the account out', async ({
    guest: { usher, plex },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openDevices('robin');
    await window.devices.own.getByRole('button', { name: 'Sign out…' }).click();
    await expect(window.account.signOutDialog).toBeVisible();
  });
});
