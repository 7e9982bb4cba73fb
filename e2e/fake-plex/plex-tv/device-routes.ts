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
  return [
    {
      method: 'GET',
      path: '/devices.xml',
      handle: signedIn(world, (_request, { user }) => {
        const devices = records(user, world).map(({ connections, ...device }) => ({
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
      handle: signedIn(world, (request, { user }) =>
        world.sessions.removeDevice(user, Number(request.params['id']))
          ? emptyAnswer(200)
          : errorAnswer(request, 1002),
      ),
    },
    {
      method: 'GET',
      path: '/api/v2/devices',
      handle: signedIn(world, (request, { user }) =>
        documentAnswer(request, 200, 'devices', records(user, world)),
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
