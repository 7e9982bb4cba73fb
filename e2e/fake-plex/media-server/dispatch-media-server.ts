import type { Dispatch } from '../http/dispatch.ts';
import { Router } from '../http/router.ts';
import type { World } from '../state/world.ts';
import { accountRoutes } from './account-routes.ts';
import { identityRoutes } from './identity-routes.ts';
import type { MediaServer } from './media-server.ts';
import { serverPage } from './server-page.ts';
import { sourceRoutes } from './source-routes.ts';
import { tokenRoutes } from './token-routes.ts';

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
