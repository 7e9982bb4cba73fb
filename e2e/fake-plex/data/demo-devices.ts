import { blankIdentity, type ClientIdentity } from '../state/identity.ts';
import type { DeviceAges } from '../state/session-book.ts';

export interface DemoDevice extends DeviceAges {
  readonly user: string;
  readonly identity: ClientIdentity;
}

/** What is signed in before anybody has done anything: players, Ushers of earlier days, and a script with markup in its name. */
export function demoDevices(): readonly DemoDevice[] {
  return [
    robins(phone, 400, 2),
    robins(television, 900, 1),
    robins(script, 40, 35),
    robins({ ...usher, clientIdentifier: 'fake-usher-0001', deviceName: 'old-laptop' }, 420, 200),
    robins({ ...usher, clientIdentifier: 'fake-usher-0002', deviceName: 'workbench' }, 120, 90),
    robins(tablet, 1200, 480),
    kitchen(),
    nothingAtAll(),
    ...oversized(),
  ];
}

function robins(
  identity: Partial<ClientIdentity> & Pick<ClientIdentity, 'clientIdentifier'>,
  createdDaysAgo: number,
  seenDaysAgo: number,
): DemoDevice {
  const whole = { ...blankIdentity(identity.clientIdentifier), ...identity };
  return { user: 'robin', identity: whole, createdDaysAgo, seenDaysAgo };
}

const phone = {
  clientIdentifier: 'fake-phone-0001',
  product: 'Plex for iOS',
  version: '2025.30',
  platform: 'iOS',
  platformVersion: '26.1',
  device: 'iPhone',
  deviceName: "Robin's phone",
  vendor: 'Apple',
  provides: 'client,player',
  screenResolution: '1170x2532',
};

const television = {
  clientIdentifier: 'fake-television-0001',
  product: 'Plex for LG',
  version: '5.90.1',
  platform: 'webOS',
  platformVersion: '9.0',
  device: 'OLED',
  deviceName: 'Living room',
  provides: 'client,player,pubsub-player',
};

const tablet = {
  clientIdentifier: 'fake-tablet-0001',
  product: 'Plex for Android',
  version: '9.2.0',
  platform: 'Android',
  platformVersion: '11',
  device: 'Pixel C',
  deviceName: 'Tablet in the drawer',
};

const script = {
  clientIdentifier: 'fake-script-0001',
  product: 'Backup script',
  version: '0.1',
  deviceName: '<i>cron</i> & friends',
};

const usher = {
  product: 'Usher',
  version: '0.0.9',
  platform: 'Linux',
  platformVersion: '6.1',
  device: 'PC',
};

const kitchen = (): DemoDevice => ({
  user: 'edith',
  identity: {
    ...blankIdentity('fake-television-0002'),
    product: 'Plex for Roku',
    version: '7.4.1',
    platform: 'Roku',
    platformVersion: '14.5',
    device: 'Roku Ultra',
    deviceName: 'Kitchen',
    provides: 'client,player,pubsub-player',
  },
  createdDaysAgo: 300,
  seenDaysAgo: 0,
});

/** A device that has never said what it is. */
const nothingAtAll = (): DemoDevice => ({
  user: 'ada',
  identity: blankIdentity('fake-blank-0001'),
  createdDaysAgo: 3,
  seenDaysAgo: 3,
});

function oversized(): readonly DemoDevice[] {
  const names = [
    '\u{1F4FA} '.repeat(40),
    '\u0645\u0631\u062d\u0628\u0627 '.repeat(30),
    'W'.repeat(300),
  ];
  return Array.from({ length: 40 }, (_, index) => ({
    user: 'wren',
    identity: {
      ...blankIdentity(`fake-crowd-${String(index)}`),
      product: names[(index + 2) % 3] ?? '',
      version: '1'.repeat(80),
      platform: names[(index + 1) % 3] ?? '',
      device: 'Crowd',
      deviceName: names[index % 3] ?? '',
    },
    createdDaysAgo: index * 10,
    seenDaysAgo: index,
  }));
}
