import { wantsJson, type JsonObject, type WireAnswer, type WireRequest } from '../http/wire.ts';
import type { Route } from '../http/router.ts';
import type { FakeUser } from '../state/users.ts';
import type { World } from '../state/world.ts';
import { connectionsOf } from './connections.ts';
import { containerAnswer, serverPage, versionAtMost, withRights } from './answers.ts';
import type { MediaServer } from '../state/media-server.ts';

/** The form of a source, as https://developer.plex.tv/pms/ ("Sources") gives it. */
const SOURCE = /^(server|provider):\/\/([a-fA-F0-9-]+)?\/?([^/]+)$/;
/** `/security/resources` came with 1.15.4. */
const LAST_WITHOUT = [1, 15, 3];
const PROVIDER_NAMES: Readonly<Record<string, string>> = {
  'tv.plex.provider.epg': 'Live TV guide',
  'tv.plex.provider.metadata': 'Plex metadata',
  'tv.plex.provider.vod': 'Movies & Shows',
};
/** What every media server provides. How many devices a source is, no description says; this one is all of the owner's. */
const LIBRARY = 'com.plexapp.plugins.library';

/** `/security/resources`: how to reach a source, with a transient token for it (https://developer.plex.tv/pms/). */
export function sourceRoutes(server: MediaServer, world: World): readonly Route[] {
  if (versionAtMost(server.version, LAST_WITHOUT)) return [];
  return [
    {
      method: 'GET',
      path: '/security/resources',
      handle: withRights(
        server,
        () => serverPage(server.settings.refusal),
        (request, rights) => {
          if (!rights.isOwner || server.settings.makesNoTransients) return serverPage(403);
          const source = request.query.get('source') ?? '';
          const refresh = request.query.get('refresh') ?? '0';
          if (!SOURCE.test(source) || !['0', '1'].includes(refresh)) return serverPage(400);
          return describe(request, server, findDevices(source, rights.user, server, world));
        },
      ),
    },
  ];
}

function describe(
  request: WireRequest,
  server: MediaServer,
  devices: readonly JsonObject[],
): WireAnswer {
  const { alwaysXml, deviceAsList, unknownSource } = server.settings;
  const [first] = devices;
  if (first === undefined) {
    return unknownSource === 'notFound'
      ? serverPage(404)
      : containerAnswer(request, { size: 0 }, alwaysXml);
  }
  const asList = devices.length > 1 || deviceAsList || alwaysXml || !wantsJson(request);
  const size = devices.length;
  return containerAnswer(request, { size, Device: asList ? devices : first }, alwaysXml);
}

function findDevices(
  source: string,
  user: FakeUser,
  asked: MediaServer,
  world: World,
): readonly JsonObject[] {
  const [scheme, rest = ''] = source.split('://');
  const identifier = rest.split('/')[0] ?? '';
  if (scheme === 'server') {
    return world.servers
      .filter(({ machineIdentifier }) => machineIdentifier === identifier)
      .flatMap((server) => serverDevice(server, user, world));
  }
  if (identifier === LIBRARY) {
    return world.servers
      .filter(({ owner, running }) => owner === user && running)
      .flatMap((server) => serverDevice(server, user, world));
  }
  return providerDevice(identifier, user, asked);
}

/** None for who may not use the server. */
function serverDevice(server: MediaServer, user: FakeUser, world: World): readonly JsonObject[] {
  if (server.accessTokenOf(user) === undefined) return [];
  return [
    {
      name: server.name,
      clientIdentifier: server.machineIdentifier,
      accessToken: server.mintTransient(user),
      Connection: connectionsOf(server, world).map(({ relay, ...connection }) => ({
        protocol: connection.protocol,
        address: connection.address,
        uri: connection.uri,
        port: connection.port,
        local: connection.local,
        ...(relay ? { relay } : {}),
      })),
    },
  ];
}

function providerDevice(
  identifier: string,
  user: FakeUser,
  asked: MediaServer,
): readonly JsonObject[] {
  const name = PROVIDER_NAMES[identifier];
  if (name === undefined) return [];
  return [
    {
      name,
      clientIdentifier: identifier,
      accessToken: asked.mintTransient(user),
      Connection: [
        {
          protocol: 'https',
          address: 'provider.example.invalid',
          uri: 'https://provider.example.invalid:443',
          port: 443,
          local: false,
        },
      ],
    },
  ];
}
