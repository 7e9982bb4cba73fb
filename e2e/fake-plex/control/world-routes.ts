import * as v from 'valibot';
import { emptyAnswer } from '../http/empty-answer.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import type { Route } from '../http/route.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { FakeUser } from '../state/fake-user.ts';
import { identityOf } from '../state/identity-of.ts';
import { revokeUser } from '../state/revoke-user.ts';
import type { World } from '../state/world.ts';
import { SettingsSchema } from './settings-schema.ts';
import { withBody } from './with-body.ts';

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
