import { Router, type Dispatch } from '../http/router.ts';
import { plexValue, type WireRequest } from '../http/wire.ts';
import { pageRoutes } from '../pages/page-routes.ts';
import type { World } from '../state/world.ts';
import { deviceRoutes } from './device-routes.ts';
import { errorAnswer } from './refusals.ts';
import { homeRoutes } from './home-routes.ts';
import { imageRoutes } from './image-routes.ts';
import { oldAccountRoutes } from './old-account-routes.ts';
import { pinRoutes } from './pin-routes.ts';
import { resourceRoutes } from './resource-routes.ts';
import { signInRoutes, userRoutes } from './account-routes.ts';

/** Everything plex.tv, clients.plex.tv and app.plex.tv answer. */
export function dispatchPlexTv(world: World): Dispatch {
  const router = new Router([
    ...imageRoutes(world),
    ...signInRoutes(world),
    ...userRoutes(world),
    ...pinRoutes(world),
    ...resourceRoutes(world),
    ...deviceRoutes(world),
    ...homeRoutes(world),
    ...oldAccountRoutes(world),
    ...pageRoutes(world),
  ]);
  return async (original) => {
    const request = withoutSuffix(original);
    if (needsClient(request) && plexValue(request, 'X-Plex-Client-Identifier') === undefined) {
      return errorAnswer(request, 1000);
    }
    const match = router.match(request.method, request.path);
    if (match.kind === 'found') {
      return await match.route.handle({ ...request, params: match.params });
    }
    return errorAnswer(request, match.kind === 'wrongMethod' ? 1005 : 1002);
  };
}

/** Every v2 call must say who is calling, but for the QR image, which a browser shows. */
function needsClient({ path }: WireRequest): boolean {
  return path.startsWith('/api/v2/') && !path.startsWith('/api/v2/pins/qr/');
}

/** A v2 path may end with the form that is wanted (`/pins/link.json`, as plex-api.rs calls it). */
function withoutSuffix(request: WireRequest): WireRequest {
  const hit = /^(\/api\/v2\/.+)\.(json|xml)$/.exec(request.path);
  if (hit?.[1] === undefined) return request;
  const accept = `application/${hit[2] ?? 'json'}`;
  return { ...request, path: hit[1], headers: { ...request.headers, accept } };
}
