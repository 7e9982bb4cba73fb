import type { Dispatch } from '../http/dispatch.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { Router } from '../http/router.ts';
import type { World } from '../state/world.ts';
import { faultRoutes } from './fault-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { serverControlRoutes } from './server-control-routes.ts';
import { worldRoutes } from './world-routes.ts';

/** The control routes, all under `/__fake/`: what lets a test in another process drive the fake. */
export function dispatchControl(world: World): Dispatch {
  const router = new Router([
    ...faultRoutes(world),
    ...recordRoutes(world),
    ...serverControlRoutes(world),
    ...worldRoutes(world),
  ]);
  return async (request) => {
    const match = router.match(request.method, request.path);
    if (match.kind === 'found') {
      return await match.route.handle({ ...request, params: match.params });
    }
    return jsonAnswer(match.kind === 'wrongMethod' ? 405 : 404, { error: 'No such control route' });
  };
}
