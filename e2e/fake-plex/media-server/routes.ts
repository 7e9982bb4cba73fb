import { Router, type Dispatch, type Route } from '../http/router.ts';
import type { WireRequest } from '../http/wire.ts';
import type { MediaServer } from '../state/media-server.ts';
import type { World } from '../state/world.ts';
import { containerAnswer, serverPage, versionAtMost, withRights } from './answers.ts';
import { sourceRoutes } from './source-routes.ts';

/** Everything one media server answers. */
export function dispatchMediaServer(server: MediaServer, world: World): Dispatch {
  const router = new Router([
    ...identityRoutes(server),
    ...accountRoutes(server),
    ...tokenRoutes(server),
    ...sourceRoutes(server, world),
  ]);
  return async (request) => {
    const match = router.match(request.method, request.path);
    if (match.kind === 'found') {
      return await match.route.handle({ ...request, params: match.params });
    }
    return serverPage(match.kind === 'wrongMethod' ? 405 : 404);
  };
}

/** CVE-2025-69414: up to here a transient token gets the owner's permanent one. */
const LAST_LEAKING = [1, 42, 2, 10_156];

/**
 * `/myplex/account`: who the server is signed in as (fields after python-plexapi, `Account`). A server old enough for
 * CVE-2025-69414 hands its permanent token to a transient one; a newer one turns a transient away.
 */
function accountRoutes(server: MediaServer): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/myplex/account',
      handle: withRights(
        server,
        () => serverPage(401),
        (request, rights) => {
          const leaks = versionAtMost(server.version, LAST_LEAKING);
          if (!rights.isOwner || (rights.isTransient && !leaks)) return serverPage(403);
          return containerAnswer(request, {
            size: 0,
            authToken: server.accessTokenOf(server.owner),
            username: server.owner.email,
            mappingState: 'mapped',
            mappingError: '',
            signInState: 'ok',
            publicAddress: server.plan.publicAddress,
            publicPort: 32400,
            privateAddress: '127.0.0.1',
            privatePort: server.port,
            subscriptionActive: true,
            subscriptionState: 'Active',
            subscriptionFeatures: 'home,hwtranscode,lyrics,pms_health,sync',
          });
        },
      ),
    },
  ];
}

/** Who the server is: `/identity` for anybody, `/` for those with a token (https://developer.plex.tv/pms/, "General"). */
function identityRoutes(server: MediaServer): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/identity',
      handle: (request) =>
        containerAnswer(request, {
          size: 0,
          claimed: true,
          machineIdentifier: server.machineIdentifier,
          version: server.version,
        }),
    },
    {
      method: 'GET',
      path: '/',
      handle: withRights(
        server,
        () => serverPage(401, true),
        (request, rights) =>
          containerAnswer(request, {
            size: 0,
            allowSync: rights.isOwner,
            certificate: true,
            friendlyName: server.name,
            machineIdentifier: server.machineIdentifier,
            multiuser: true,
            myPlex: true,
            myPlexMappingState: 'mapped',
            myPlexSigninState: 'ok',
            myPlexSubscription: true,
            myPlexUsername: server.owner.email,
            ownerFeatures: 'home,hwtranscode,lyrics,pms_health,sync',
            platform: server.plan.platform ?? '',
            platformVersion: server.plan.platformVersion ?? '',
            updatedAt: 1_760_000_000,
            version: server.version,
          }),
      ),
    },
  ];
}

/**
 * `/security/token`: makes a transient token with the rights of the caller's. Answers every verb; `type` and `scope`
 * are both needed and have one value each (https://developer.plex.tv/pms/, `/security/token`).
 */
function tokenRoutes(server: MediaServer): readonly Route[] {
  const mint = withRights(
    server,
    () => serverPage(server.settings.refusal),
    (request, rights) => {
      const { query } = request;
      if (server.settings.makesNoTransients) return serverPage(403);
      if (query.get('type') !== 'delegation' || query.get('scope') !== 'all') {
        return serverPage(400);
      }
      return containerAnswer(
        request,
        { size: 0, token: server.mintTransient(rights.user) },
        server.settings.alwaysXml,
      );
    },
  );
  return [
    {
      method: 'ANY',
      path: '/security/token',
      handle: (request: WireRequest) =>
        request.method === 'POST' && server.settings.postRefusal !== null
          ? serverPage(server.settings.postRefusal)
          : mint(request),
    },
  ];
}
