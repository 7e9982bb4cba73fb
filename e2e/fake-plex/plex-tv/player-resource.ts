import type { JsonObject } from '../http/json-object.ts';
import type { FakeDevice } from '../state/fake-device.ts';

/**
 * A player as `/api/v2/resources` tells it. One on a Roku comes in the older shape seen in captures (lcharlick/PlexKit,
 * fixtures): no access token, and fewer keys.
 */
export function playerResource({ identity, token, createdAt, lastSeenAt }: FakeDevice): JsonObject {
  const isOlder = identity.platform === 'Roku';
  return {
    name: identity.deviceName,
    product: identity.product,
    productVersion: identity.version,
    platform: identity.platform,
    platformVersion: identity.platformVersion,
    device: identity.device,
    clientIdentifier: identity.clientIdentifier,
    createdAt: isoOf(createdAt),
    lastSeenAt: isoOf(lastSeenAt),
    provides: identity.provides,
    ownerId: null,
    sourceTitle: null,
    publicAddress: '198.51.100.7',
    accessToken: isOlder ? null : token,
    owned: true,
    home: false,
    synced: false,
    relay: false,
    presence: false,
    httpsRequired: false,
    publicAddressMatches: true,
    ...(isOlder ? {} : { dnsRebindingProtection: false, natLoopbackSupported: true }),
    connections: [],
  };
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
