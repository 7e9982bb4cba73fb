import { expect } from '../fixtures/expect.ts';
import { chooseOption } from '../pages/choose-option.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** What is signed in to an account, and putting an end to that. */
export async function devicesChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex } = guide;
  const { window, page } = usher;
  const { devices } = window;

  await tour.step('Lists the devices of an account, this Usher by itself', async () => {
    await window.sidebar.openDevices('robin');
    await expect(devices.row('Living room')).toBeVisible();
    await tour.picture(page, 'devices');
    await devices.search.fill('android');
    await tour.picture(page, 'devices-search');
    await devices.search.fill('');
  });

  await tour.step('Asks before it revokes what earlier installations left', async () => {
    await chooseOption(devices.show, 'Other Ushers');
    await devices.selectAll();
    await tour.picture(page, 'devices-selected');
    await devices.askToRevokeSelected();
    await expect(devices.dialog).toBeVisible();
    await tour.picture(page, 'devices-revoke');
  });

  await tour.step('Revokes them, and has Plex say that they are gone', async () => {
    const before = (await plex.liveTokens('robin')).length;
    await devices.confirm();
    await expect(window.done('2 devices revoked')).toBeVisible();
    await expectSoon(
      'what still works',
      async () => (await plex.liveTokens('robin')).length,
      before - 2,
    );
    await tour.picture(page, 'devices-revoked', devices.heading);
    await chooseOption(devices.show, 'All');
  });

  await tour.step('Says what is not gone, and why it stopped', async () => {
    await plex.break('^/devices/.*', { status: 429, headers: { 'Retry-After': '2' } });
    await devices.select('Tablet in the drawer');
    await devices.select('Living room');
    await devices.askToRevokeSelected();
    await devices.confirm();
    await expect(window.told('Plex is limiting requests.')).toBeVisible();
    await tour.picture(page, 'devices-stopped', devices.heading);
    await plex.mend();
    // Nothing at all is asked of Plex before the time it named is over.
    await window.sidebar.openAccount('robin');
    await expect(async () => {
      await window.account.refresh();
      await expect(window.account.refreshButton).toBeEnabled();
      expect(await window.account.error.count()).toBe(0);
    }).toPass();
  });
}
