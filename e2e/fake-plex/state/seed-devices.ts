import { blankIdentity } from './blank-identity.ts';
import type { ClientIdentity } from './client-identity.ts';
import type { World } from './world.ts';

/** What is signed in before anybody has done anything: players, and a script with markup in its name. */
const DEVICES: readonly (ClientIdentity & { readonly user: string })[] = [
  {
    ...blankIdentity('fake-phone-0001'),
    user: 'robin',
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
    user: 'robin',
    product: 'Plex for LG',
    version: '5.90.1',
    platform: 'webOS',
    platformVersion: '9.0',
    device: 'OLED',
    deviceName: 'Living room',
    provides: 'client,player,pubsub-player',
  },
  {
    ...blankIdentity('fake-script-0001'),
    user: 'robin',
    product: 'Backup script',
    version: '0.1',
    deviceName: '<i>cron</i> & friends',
  },
  {
    ...blankIdentity('fake-television-0002'),
    user: 'edith',
    product: 'Plex for Roku',
    version: '7.4.1',
    platform: 'Roku',
    platformVersion: '14.5',
    device: 'Roku Ultra',
    deviceName: 'Kitchen',
    provides: 'client,player,pubsub-player',
  },
];

/** Gives some users the devices they begin with. */
export function seedDevices(world: World): void {
  for (const { user: owner, ...identity } of DEVICES) {
    const user = world.users.find(({ name }) => name === owner);
    if (user !== undefined) world.sessions.grant(user, identity, 'deviceToken');
  }
}
