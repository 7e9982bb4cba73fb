import { documentAnswer } from '../http/document-answer.ts';
import { emptyAnswer } from '../http/empty-answer.ts';
import type { JsonObject } from '../http/json-object.ts';
import type { Route } from '../http/route.ts';
import { xmlAnswer } from '../http/xml-answer.ts';
import { connectionsOf } from '../media-server/connections-of.ts';
import type { FakeUser } from '../state/fake-user.ts';
import type { World } from '../state/world.ts';
import { deviceRecord } from './device-record.ts';
import { errorAnswer } from './error-answer.ts';
import { serverDeviceRecord } from './server-device-record.ts';
import { signedIn } from './signed-in.ts';

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
