import * as v from 'valibot';
import { jsonAnswer } from '../http/answers.ts';
import { Router, type Dispatch, type Route } from '../http/router.ts';
import type { WireAnswer } from '../http/wire.ts';
import { ConnectionPlanSchema, type MediaServer } from '../state/media-server.ts';
import type { World } from '../state/world.ts';
import { serverReport } from './reports.ts';
import { faultRoutes, recordRoutes, withBody, worldRoutes } from './world-routes.ts';

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

/** Starts, stops, restarts a media server, or changes how it behaves. */
function serverControlRoutes(world: World): readonly Route[] {
  const named = async (
    name: string | undefined,
    act: (server: MediaServer) => Promise<void> | void,
  ): Promise<WireAnswer> => {
    const server = world.servers.find((one) => one.name === name);
    if (server === undefined) return jsonAnswer(404, { error: 'No such server' });
    await act(server);
    return jsonAnswer(200, serverReport(server));
  };
  return [
    {
      method: 'POST',
      path: '/__fake/servers/{name}/start',
      handle: ({ params }) => named(params['name'], (server) => server.start()),
    },
    {
      method: 'POST',
      path: '/__fake/servers/{name}/stop',
      handle: ({ params }) => named(params['name'], (server) => server.stop()),
    },
    {
      method: 'POST',
      path: '/__fake/servers/{name}/restart',
      handle: ({ params }) => named(params['name'], (server) => server.restart()),
    },
    {
      method: 'POST',
      path: '/__fake/servers/{name}/settings',
      handle: withBody(ServerSettingsSchema, ({ connections, ...settings }, { params }) =>
        named(params['name'], (server) => {
          Object.assign(server.settings, settings);
          if (connections !== undefined) server.connections = connections;
        }),
      ),
    },
  ];
}

/** The body of `POST /__fake/servers/{name}/settings`: those that are to change, and the addresses if they are. */
const ServerSettingsSchema = v.strictObject({
  refusal: v.exactOptional(v.picklist([401, 403])),
  alwaysXml: v.exactOptional(v.boolean()),
  postRefusal: v.exactOptional(v.nullable(v.picklist([401, 403, 404, 405, 501]))),
  makesNoTransients: v.exactOptional(v.boolean()),
  takesJwt: v.exactOptional(v.boolean()),
  givesAccountToken: v.exactOptional(v.boolean()),
  deviceAsList: v.exactOptional(v.boolean()),
  unknownSource: v.exactOptional(v.picklist(['notFound', 'empty'])),
  openToAll: v.exactOptional(v.boolean()),
  httpsRequired: v.exactOptional(v.boolean()),
  listed: v.exactOptional(v.boolean()),
  connections: v.exactOptional(v.array(ConnectionPlanSchema)),
});
