import type { Route } from '../http/route.ts';
import { containerAnswer } from './container-answer.ts';
import type { MediaServer } from './media-server.ts';
import { serverPage } from './server-page.ts';
import { withRights } from './with-rights.ts';

/** Who the server is: `/identity` for anybody, `/` for those with a token (https://developer.plex.tv/pms/, "General"). */
export function identityRoutes(server: MediaServer): readonly Route[] {
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
