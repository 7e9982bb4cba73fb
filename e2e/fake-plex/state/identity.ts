import { plexValue, type WireRequest } from '../http/wire.ts';

/** Who a client says it is, by its `X-Plex-…` headers. */
export interface ClientIdentity {
  readonly clientIdentifier: string;
  readonly product: string;
  readonly version: string;
  readonly platform: string;
  readonly platformVersion: string;
  readonly device: string;
  readonly deviceName: string;
  readonly model: string;
  readonly vendor: string;
  readonly provides: string;
  readonly screenResolution: string;
}

/** A client that has said nothing of itself but its identifier. */
export function blankIdentity(clientIdentifier: string): ClientIdentity {
  return {
    clientIdentifier,
    product: '',
    version: '',
    platform: '',
    platformVersion: '',
    device: '',
    deviceName: '',
    model: '',
    vendor: '',
    provides: '',
    screenResolution: '',
  };
}

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
