import { documentAnswer, emptyAnswer, xmlAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import type { JsonObject } from '../http/wire.ts';
import { connectionsOf } from '../media-server/connections.ts';
import type { MediaServer } from '../state/media-server.ts';
import type { FakeDevice } from '../state/session-book.ts';
import type { FakeUser } from '../state/users.ts';
import type { World } from '../state/world.ts';
import { errorAnswer, signedIn } from './refusals.ts';

/**
 * Authorized Devices: the list in XML and in JSON, and the removal of one, which ends its tokens (python-plexapi,
 * `MyPlexDevice.delete`; `DELETE /api/v2/devices/{id}` is refused with 405, as
 * https://github.com/anthonycaccese/240-MP/issues/240 found).
 */
export function deviceRoutes(world: World): readonly Route[] {
  /** Taken out of the list only; what else becomes of a server that is no longer claimed is not played. */
  const removedServers = new Set<number>();
  const listed = (user: FakeUser): readonly JsonObject[] =>
    records(user, world).filter(({ id }) => !removedServers.has(Number(id)));
  return [
    {
      method: 'GET',
      path: '/devices.xml',
      handle: signedIn(world, (_request, { user }) => {
        const devices = listed(user).map(({ connections, ...device }) => ({
          ...device,
          Connection: connections,
        }));
        const { deviceListSize: size } = world.settings;
        return xmlAnswer(200, 'MediaContainer', {
          publicAddress: '198.51.100.7',
          ...(size === null ? {} : { size }),
          Device: devices,
        });
      }),
    },
    {
      method: 'DELETE',
      path: '/devices/{id}.xml',
      handle: signedIn(world, (request, { user }) => {
        const id = Number(request.params['id']);
        if (!listed(user).some((device) => device['id'] === id)) return errorAnswer(request, 1002);
        if (!world.sessions.removeDevice(user, id)) removedServers.add(id);
        return emptyAnswer(200);
      }),
    },
    {
      method: 'GET',
      path: '/api/v2/devices',
      handle: signedIn(world, (request, { user }) =>
        documentAnswer(request, 200, 'devices', listed(user)),
      ),
    },
    {
      method: 'GET',
      path: '/api/v2/devices/{id}',
      handle: (request) => errorAnswer(request, 1002),
    },
  ];
}

function records(user: FakeUser, world: World): readonly JsonObject[] {
  const owned = world.servers.filter(({ owner }) => owner === user);
  return [
    ...world.sessions
      .devicesOf(user)
      .map((device) => ({ ...deviceRecord(device), connections: [] })),
    ...owned.map((server) => ({
      ...serverDeviceRecord(server, world),
      connections: connectionsOf(server, world).map(({ uri }) => ({ uri })),
    })),
  ];
}

/** An Authorized Device with its token in clear, as `/devices.xml` tells it (python-plexapi, `MyPlexDevice`). */
function deviceRecord({ id, identity, token, createdAt, lastSeenAt }: FakeDevice): JsonObject {
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

const CREATED_AT = 1_583_298_367;

/** An owned media server in its owner's device list, where it stands among the apps with a token of its own. */
function serverDeviceRecord(server: MediaServer, world: World): JsonObject {
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
