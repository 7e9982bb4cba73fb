import { app } from 'electron';
import { hostname, release } from 'node:os';
import type { ClientIdentity } from '../ports.ts';

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macOS',
  linux: 'Linux',
  win32: 'Windows',
};

/** What Plex shows of this computer under Authorized Devices (https://developer.plex.tv/pms/, "Headers"). */
export function readClientIdentity(): ClientIdentity {
  const platform = platformNames[process.platform] ?? process.platform;
  return {
    product: 'Usher',
    version: app.getVersion(),
    platform,
    platformVersion: process.getSystemVersion() || release(),
    device: platform === 'macOS' ? 'Mac' : 'PC',
    deviceName: hostname(),
  };
}
