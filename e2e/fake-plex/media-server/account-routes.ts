import type { Route } from '../http/route.ts';
import { containerAnswer } from './container-answer.ts';
import type { MediaServer } from './media-server.ts';
import { serverPage } from './server-page.ts';
import { versionAtMost } from './version-at-most.ts';
import { withRights } from './with-rights.ts';

/** CVE-2025-69414: up to here a transient token gets the owner's permanent one. */
const LAST_LEAKING = [1, 42, 2, 10_156];

/**
 * `/myplex/account`: who the server is signed in as (fields after python-plexapi, `Account`). A server old enough for
 * CVE-2025-69414 hands its permanent token to a transient one; a newer one turns a transient away.
 */
export function accountRoutes(server: MediaServer): readonly Route[] {
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
