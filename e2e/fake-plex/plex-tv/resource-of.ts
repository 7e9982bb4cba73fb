import { isIPv6 } from 'node:net';
import type { JsonObject } from '../http/json-object.ts';
import type { WireRequest } from '../http/wire-request.ts';
import { connectionsOf } from '../media-server/connections-of.ts';
import type { MediaServer } from '../media-server/media-server.ts';
import type { ServerConnection } from '../media-server/server-connection.ts';
import type { Session } from '../state/session.ts';
import type { World } from '../state/world.ts';

const FIRST_SEEN = '2020-03-04T05:06:07Z';
const LAST_SEEN_OFFLINE = '2025-11-12T13:14:15Z';

/**
 * One media server as `/api/v2/resources` tells it to this user (LukeHagar/plex-api-spec, `get-server-resources`). Who
 * asks with a JWT gets that JWT for the servers they own (https://github.com/anthonycaccese/240-MP/issues/240).
 */
export function resourceOf(
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
    lastSeenAt: server.running
      ? new Date(world.clock.seconds() * 1000).toISOString().replace('.000Z', 'Z')
      : LAST_SEEN_OFFLINE,
    provides: world.sessions.appInPlaceOfServer(server.onlineToken)?.provides ?? 'server',
    ownerId: owned ? null : server.owner.id,
    sourceTitle: owned ? null : server.owner.title,
    publicAddress: server.plan.publicAddress,
    accessToken: owned && expiresAt !== null ? token : (server.accessTokenOf(user) ?? null),
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
