import * as v from 'valibot';
import { emptyAnswer, jsonAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import type { WireAnswer, WireRequest } from '../http/wire.ts';
import { FaultSchema } from '../state/fault-list.ts';
import { identityOf } from '../state/identity.ts';
import type { FakeUser } from '../state/users.ts';
import { revokeUser, type World } from '../state/world.ts';
import { stateReport } from './reports.ts';

/** Moves the clock, changes settings, approves PINs, and does to users what happens to users. */
export function worldRoutes(world: World): readonly Route[] {
  const named = (name: string | undefined, act: (user: FakeUser) => WireAnswer): WireAnswer => {
    const user = world.users.find((one) => one.name === name);
    return user === undefined ? jsonAnswer(404, { error: 'No such user' }) : act(user);
  };
  return [
    {
      method: 'POST',
      path: '/__fake/clock',
      handle: withBody(v.strictObject({ advanceMs: v.number() }), ({ advanceMs }) => {
        world.clock.advance(advanceMs);
        return jsonAnswer(200, { now: world.clock.now() });
      }),
    },
    {
      method: 'POST',
      path: '/__fake/settings',
      handle: withBody(SettingsSchema, (settings) => {
        Object.assign(world.settings, settings);
        return jsonAnswer(200, { ...world.settings });
      }),
    },
    {
      method: 'POST',
      path: '/__fake/pins/{code}/approve',
      handle: withBody(v.strictObject({ user: v.string() }), (body, { params }) =>
        named(body.user, (user) =>
          world.pins.approve(params['code'] ?? '', user)
            ? emptyAnswer(204)
            : jsonAnswer(404, { error: 'No open PIN has this code' }),
        ),
      ),
    },
    {
      method: 'POST',
      path: '/__fake/users/{name}/token',
      handle: (request) =>
        named(request.params['name'], (user) => {
          const { token } = world.sessions.grant(user, identityOf(request));
          return jsonAnswer(201, { token });
        }),
    },
    {
      method: 'POST',
      path: '/__fake/users/{name}/jwt',
      handle: (request) =>
        named(request.params['name'], (user) => {
          const { token } = world.sessions.grantJwt(user, identityOf(request));
          return jsonAnswer(201, { token });
        }),
    },
    {
      method: 'POST',
      path: '/__fake/users/{name}/revoke-all',
      handle: ({ params }) =>
        named(params['name'], (user) => {
          revokeUser(user, world);
          return emptyAnswer(204);
        }),
    },
    {
      method: 'DELETE',
      path: '/__fake/sign-in-failures',
      handle: () => {
        world.signInFailures.forgetAll();
        return emptyAnswer(204);
      },
    },
  ];
}

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

/** Runs the handler with the JSON body once it has been found to be what it should be; else says what is wrong with it. */
export function withBody<Schema extends v.GenericSchema>(
  schema: Schema,
  handle: (body: v.InferOutput<Schema>, request: WireRequest) => WireAnswer | Promise<WireAnswer>,
): (request: WireRequest) => WireAnswer | Promise<WireAnswer> {
  return (request) => {
    const parsed = v.safeParse(schema, request.json);
    return parsed.success
      ? handle(parsed.output, request)
      : jsonAnswer(400, { error: v.summarize(parsed.issues) });
  };
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The body of `POST /__fake/settings`: those that are to change. */
const SettingsSchema = v.strictObject({
  weakPinSeconds: v.exactOptional(count),
  strongPinSeconds: v.exactOptional(count),
  expiredPin: v.exactOptional(v.picklist(['notFound', 'null'])),
  deauthorised: v.exactOptional(v.picklist([401, 422])),
  linksForSsoOnly: v.exactOptional(v.boolean()),
  oneTokenPerClient: v.exactOptional(v.boolean()),
  signInFailuresAllowed: v.exactOptional(count),
  addressBlockSeconds: v.exactOptional(count),
  deviceListSize: v.exactOptional(v.nullable(count)),
  switchesAllowed: v.exactOptional(count),
  switchWindowSeconds: v.exactOptional(count),
});
