import { isIPv6 } from 'node:net';
import { documentAnswer, xmlAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import type { JsonObject, WireRequest } from '../http/wire.ts';
import { connectionsOf, type ServerConnection } from '../media-server/connections.ts';
import type { MediaServer } from '../state/media-server.ts';
import type { FakeDevice, Session } from '../state/session-book.ts';
import type { FakeUser } from '../state/users.ts';
import type { World } from '../state/world.ts';
import { signedIn } from './refusals.ts';

/** `/api/v2/resources` and its XML twin from before v2, `/api/resources` (Tautulli and Overseerr use the latter). */
export function resourceRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/resources',
      handle: signedIn(world, (request, session) =>
        documentAnswer(request, 200, 'resources', resources(session, request, world)),
      ),
    },
    {
      method: 'GET',
      path: '/api/resources',
      handle: signedIn(world, (request, session) => {
        const devices = resources(session, request, world).map(oldDevice);
        return xmlAnswer(200, 'MediaContainer', { size: devices.length, Device: devices });
      }),
    },
  ];
}

function resources(session: Session, request: WireRequest, world: World): readonly JsonObject[] {
  const players = world.sessions
    .devicesOf(session.user)
    .filter(({ identity }) => /\b(?:player|controller)\b/.test(identity.provides));
  return [
    ...reachableServers(session.user, world).map((server) =>
      resourceOf(server, session, request, world),
    ),
    ...players.map(playerResource),
  ];
}

/** Before v2, times are epoch seconds, a missing token is an absent attribute and `connections` are `Connection`s. */
function oldDevice({
  connections,
  accessToken,
  createdAt,
  lastSeenAt,
  ...rest
}: JsonObject): JsonObject {
  return {
    ...rest,
    createdAt: epochOf(createdAt),
    lastSeenAt: epochOf(lastSeenAt),
    accessToken: accessToken ?? undefined,
    Connection: connections,
  };
}

function epochOf(iso: JsonObject[string]): number {
  return typeof iso === 'string' ? Math.floor(Date.parse(iso) / 1000) : 0;
}

const FIRST_SEEN = '2020-03-04T05:06:07Z';
const OFFLINE_FOR_DAYS = 18;

/**
 * One media server as `/api/v2/resources` tells it to this user (LukeHagar/plex-api-spec, `get-server-resources`). Who
 * asks with a JWT gets that JWT for the servers they own (https://github.com/anthonycaccese/240-MP/issues/240).
 */
function resourceOf(
  server: MediaServer,
  { user, token, expiresAt }: Session,
  request: WireRequest,
  world: World,
): JsonObject {
  const owned = server.owner === user;
  const connections = connectionsOf(server, world);
  return {
    name: server.name,
    product: 'Plex Media Server',
    productVersion: server.version,
    platform: server.plan.platform,
    platformVersion: server.plan.platformVersion,
    device: server.plan.device,
    clientIdentifier: server.machineIdentifier,
    createdAt: FIRST_SEEN,
    lastSeenAt: isoOf(world.clock.seconds() - (server.running ? 0 : OFFLINE_FOR_DAYS * 86_400)),
    provides: world.sessions.appInPlaceOfServer(server.onlineToken)?.provides ?? 'server',
    ownerId: owned ? null : server.owner.id,
    sourceTitle: owned ? null : server.owner.title,
    publicAddress: server.plan.publicAddress,
    accessToken:
      owned && (expiresAt !== null || server.settings.givesAccountToken)
        ? token
        : (server.accessTokenOf(user) ?? null),
    owned,
    home: server.plan.sharedWith.some((share) => share.user === user.name && share.home),
    synced: false,
    relay: connections.some(({ relay }) => relay),
    presence: server.running,
    httpsRequired: server.settings.httpsRequired,
    publicAddressMatches: server.plan.publicAddressMatches,
    dnsRebindingProtection: false,
    natLoopbackSupported: true,
    connections: chosen(connections, request).map((connection) => ({ ...connection })),
  };
}

/** `includeHttps`, `includeRelay` and `includeIPv6` are each off unless 1; without https the addresses are bare. */
function chosen(
  connections: readonly ServerConnection[],
  { query }: WireRequest,
): readonly ServerConnection[] {
  const includes = (name: string): boolean => query.get(name) === '1';
  return connections
    .filter(
      ({ relay, IPv6 }) =>
        (!relay || includes('includeRelay')) && (!IPv6 || includes('includeIPv6')),
    )
    .map((connection) => (includes('includeHttps') ? connection : bare(connection)));
}

function bare(connection: ServerConnection): ServerConnection {
  const { address, port } = connection;
  const host = isIPv6(address) ? `[${address}]` : address;
  return { ...connection, protocol: 'http', uri: `http://${host}:${String(port)}` };
}

/**
 * A player as `/api/v2/resources` tells it. One on a Roku comes in the older shape seen in captures (lcharlick/PlexKit,
 * fixtures): no access token, and fewer keys.
 */
function playerResource({ identity, token, createdAt, lastSeenAt }: FakeDevice): JsonObject {
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

/** The servers plex.tv lists for a user: owned and shared, running or not. */
function reachableServers(user: FakeUser, world: World): readonly MediaServer[] {
  return [...world.servers, ...world.crowd].filter(
    (server) => server.settings.listed && server.accessTokenOf(user) !== undefined,
  );
}
