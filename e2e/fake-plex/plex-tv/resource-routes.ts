import { documentAnswer } from '../http/document-answer.ts';
import type { JsonObject } from '../http/json-object.ts';
import type { Route } from '../http/route.ts';
import { xmlAnswer } from '../http/xml-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import type { Session } from '../state/session.ts';
import type { World } from '../state/world.ts';
import { playerResource } from './player-resource.ts';
import { reachableServers } from './reachable-servers.ts';
import { resourceOf } from './resource-of.ts';
import { signedIn } from './signed-in.ts';

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
