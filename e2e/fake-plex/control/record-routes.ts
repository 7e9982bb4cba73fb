import { emptyAnswer } from '../http/empty-answer.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../state/world.ts';
import { stateReport } from './state-report.ts';

/** What the fake has seen and given out: its state, the requests, and every secret ever issued. */
export function recordRoutes(world: World): readonly Route[] {
  return [
    { method: 'GET', path: '/__fake/state', handle: () => jsonAnswer(200, stateReport(world)) },
    {
      method: 'GET',
      path: '/__fake/requests',
      handle: () =>
        jsonAnswer(
          200,
          world.requests.list().map((request) => ({ ...request })),
        ),
    },
    {
      method: 'DELETE',
      path: '/__fake/requests',
      handle: () => {
        world.requests.clear();
        return emptyAnswer(204);
      },
    },
    {
      method: 'GET',
      path: '/__fake/secrets',
      handle: () =>
        jsonAnswer(
          200,
          world.secrets.list().map((secret) => ({ ...secret })),
        ),
    },
  ];
}
