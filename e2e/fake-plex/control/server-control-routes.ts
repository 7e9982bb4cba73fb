import { jsonAnswer } from '../http/json-answer.ts';
import type { Route } from '../http/route.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { MediaServer } from '../media-server/media-server.ts';
import type { World } from '../state/world.ts';
import { serverReport } from './server-report.ts';
import { ServerSettingsSchema } from './server-settings-schema.ts';
import { withBody } from './with-body.ts';

/** Starts, stops, restarts a media server, or changes how it behaves. */
export function serverControlRoutes(world: World): readonly Route[] {
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
