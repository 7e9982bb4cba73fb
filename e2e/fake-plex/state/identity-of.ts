import { plexValue } from '../http/plex-value.ts';
import type { WireRequest } from '../http/wire-request.ts';
import type { ClientIdentity } from './client-identity.ts';

/** Reads who is calling (names after https://developer.plex.tv/pms/, "Headers"). */
export function identityOf(request: WireRequest): ClientIdentity {
  const value = (name: string): string => plexValue(request, name) ?? '';
  return {
    clientIdentifier: value('X-Plex-Client-Identifier'),
    product: value('X-Plex-Product'),
    version: value('X-Plex-Version'),
    platform: value('X-Plex-Platform'),
    platformVersion: value('X-Plex-Platform-Version'),
    device: value('X-Plex-Device'),
    deviceName: value('X-Plex-Device-Name'),
    model: value('X-Plex-Model'),
    vendor: value('X-Plex-Device-Vendor'),
    provides: value('X-Plex-Provides'),
    screenResolution: value('X-Plex-Device-Screen-Resolution'),
  };
}
