import { hostname } from 'node:os';
import type { ClientIdentity } from '../ports.ts';
import type { Platform } from '../quoting.ts';

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macOS',
  linux: 'Linux',
  win32: 'Windows',
};

/**
 * What Plex shows of this computer under Authorized Devices (https://developer.plex.tv/pms/, "Headers"). The window and
 * the command line say the same: to Plex they are one device.
 */
export function clientIdentity(facts: {
  /** Of Usher. */
  readonly version: string;
  readonly platformVersion: string;
}): ClientIdentity {
  const platform = platformNames[process.platform] ?? process.platform;
  return {
    product: 'Usher',
    ...facts,
    platform,
    device: platform === 'macOS' ? 'Mac' : 'PC',
    deviceName: hostname(),
  };
}

/** The platforms that Usher knows apart. */
export const platformOf = (platform: NodeJS.Platform): Platform =>
  platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';

/** What the installers know Usher by. The shortcut that Windows makes has it too. */
export const appId = 'app.usher.desktop';
