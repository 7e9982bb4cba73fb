import type { JsonObject } from '../http/json-object.ts';
import type { FakeDevice } from '../state/fake-device.ts';

/** An Authorized Device with its token in clear, as `/devices.xml` tells it (python-plexapi, `MyPlexDevice`). */
export function deviceRecord({
  id,
  identity,
  token,
  createdAt,
  lastSeenAt,
}: FakeDevice): JsonObject {
  return {
    name: identity.deviceName === '' ? identity.device : identity.deviceName,
    publicAddress: '198.51.100.7',
    product: identity.product,
    productVersion: identity.version,
    platform: identity.platform,
    platformVersion: identity.platformVersion,
    device: identity.device,
    model: identity.model,
    vendor: identity.vendor,
    provides: identity.provides,
    clientIdentifier: identity.clientIdentifier,
    version: identity.version,
    id,
    token,
    createdAt,
    lastSeenAt,
    screenResolution: identity.screenResolution,
    screenDensity: '',
  };
}
