import { FaultSchema } from '../faults/fault-schema.ts';
import { emptyAnswer } from '../http/empty-answer.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../state/world.ts';
import { withBody } from './with-body.ts';

/** `POST /__fake/faults` puts a fault in force; `DELETE /__fake/faults` lifts all, `DELETE /__fake/faults/{id}` one. */
export function faultRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/__fake/faults',
      handle: withBody(FaultSchema, (fault) => jsonAnswer(201, { id: world.faults.add(fault) })),
    },
    {
      method: 'DELETE',
      path: '/__fake/faults',
      handle: () => {
        world.faults.clear();
        return emptyAnswer(204);
      },
    },
    {
      method: 'DELETE',
      path: '/__fake/faults/{id}',
      handle: ({ params }) => {
        world.faults.remove(Number(params['id']));
        return emptyAnswer(204);
      },
    },
  ];
}
