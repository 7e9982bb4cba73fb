import { blankIdentity } from './blank-identity.ts';
import type { World } from './world.ts';

/** Gives the main user some devices to begin with: a phone and a television that play, and an old script. */
export function seedDevices(world: World): void {
  const robin = world.users.find(({ name }) => name === 'robin');
  if (robin === undefined) return;
  const devices = [
    {
      ...blankIdentity('fake-phone-0001'),
      product: 'Plex for iOS',
      version: '2025.30',
      platform: 'iOS',
      platformVersion: '26.1',
      device: 'iPhone',
      deviceName: "Robin's phone",
      vendor: 'Apple',
      provides: 'client,player',
      screenResolution: '1170x2532',
    },
    {
      ...blankIdentity('fake-television-0001'),
      product: 'Plex for Roku',
      version: '7.4.1',
      platform: 'Roku',
      platformVersion: '14.5',
      device: 'Roku Ultra',
      deviceName: 'Living room',
      provides: 'client,player,pubsub-player',
    },
    {
      ...blankIdentity('fake-script-0001'),
      product: 'Backup script',
      version: '0.1',
      deviceName: '<i>cron</i> & friends',
    },
  ];
  for (const identity of devices) world.sessions.grant(robin, identity, 'deviceToken');
}
