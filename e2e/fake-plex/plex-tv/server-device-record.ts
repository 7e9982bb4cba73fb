import type { JsonObject } from '../http/json-object.ts';
import type { MediaServer } from '../media-server/media-server.ts';
import type { World } from '../state/world.ts';

const CREATED_AT = 1_583_298_367;

/** An owned media server in its owner's device list, where it stands among the apps with a token of its own. */
export function serverDeviceRecord(server: MediaServer, world: World): JsonObject {
  const app = world.sessions.appInPlaceOfServer(server.onlineToken);
  const record = {
    name: server.name,
    publicAddress: server.plan.publicAddress,
    product: 'Plex Media Server',
    productVersion: server.version,
    platform: server.plan.platform ?? '',
    platformVersion: server.plan.platformVersion ?? '',
    device: server.plan.device ?? '',
    model: '',
    vendor: '',
    provides: 'server',
    clientIdentifier: server.machineIdentifier,
    version: server.version,
    id: 800_000 + [...world.servers].indexOf(server),
    token: world.sessions.find(server.onlineToken) === undefined ? '' : server.onlineToken,
    createdAt: CREATED_AT,
    lastSeenAt: world.clock.seconds(),
    screenResolution: '',
    screenDensity: '',
  };
  return app === undefined
    ? record
    : {
        ...record,
        name: app.deviceName === '' ? app.device : app.deviceName,
        product: app.product,
        provides: app.provides,
      };
}
