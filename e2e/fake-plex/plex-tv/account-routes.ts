import { documentAnswer, emptyAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import {
  wantsJson,
  type Json,
  type JsonObject,
  type WireAnswer,
  type WireRequest,
} from '../http/wire.ts';
import { identityOf } from '../state/identity.ts';
import type { Session } from '../state/session-book.ts';
import type { FakeUser } from '../state/users.ts';
import type { World } from '../state/world.ts';
import { errorAnswer, signedIn } from './refusals.ts';

const FORTNIGHT_SECONDS = 14 * 24 * 60 * 60;

/**
 * The account record with the caller's own token in it, as `/users/signin` gives it, and as `/user` and the Home switch do,
 * of which nobody promises what has been.
 */
export function accountAnswer(
  request: WireRequest,
  status: number,
  { user, token }: Session,
  world: World,
  as: 'signIn' | 'user',
): WireAnswer {
  const isPastLeftOut = as === 'user' && !world.settings.tellsPastAlways;
  const account: JsonObject = {
    id: user.id,
    uuid: user.uuid,
    username: user.username,
    title: user.title,
    email: user.email,
    rememberExpiresAt: world.clock.seconds() + FORTNIGHT_SECONDS,
    ...user.record,
    ...(isPastLeftOut ? { pastSubscriptions: undefined, trials: undefined } : {}),
    thumb: thumbOf(user, world),
    authToken: token,
  };
  return documentAnswer(
    request,
    status,
    'user',
    wantsJson(request)
      ? account
      : { ...account, subscription: withXmlDate(account['subscription'] ?? null) },
  );
}

/** In XML the date of the subscription is `YYYY-MM-DD HH:MM:SS UTC` (python-plexapi, `tests/payloads.py`). */
function withXmlDate(subscription: Json): Json {
  if (
    typeof subscription !== 'object' ||
    subscription === null ||
    !('subscribedAt' in subscription)
  ) {
    return subscription;
  }
  const { subscribedAt } = subscription;
  return typeof subscribedAt === 'string'
    ? { ...subscription, subscribedAt: subscribedAt.replace(/^(\S+)T(\S+)Z$/, '$1 $2 UTC') }
    : subscription;
}

/** `POST /api/v2/users/signin`: a form, never JSON (LukeHagar/plex-api-spec, `post-users-sign-in-data`). */
export function signInRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/v2/users/signin',
      handle: (request) => {
        const login = request.form?.get('login') ?? '';
        const password = request.form?.get('password') ?? '';
        const rememberMe = request.form?.get('rememberMe') ?? 'false';
        if (login === '' || password === '' || !/^(true|false)$/.test(rememberMe)) {
          return errorAnswer(request, 1004);
        }
        const outcome = checkCredentials(world, request.remoteAddress, {
          login,
          password,
          verificationCode: request.form?.get('verificationCode') ?? '',
        });
        return typeof outcome === 'number'
          ? errorAnswer(request, outcome)
          : accountAnswer(
              request,
              201,
              world.sessions.grant(outcome, identityOf(request)),
              world,
              'signIn',
            );
      },
    },
  ];
}

/**
 * What a signed-in caller asks about itself: `/user` (https://plex.tv/api/v2/user), `/ping`, which keeps a token in
 * use, and `/users/signout`, which ends it (python-plexapi, `myplex.py`).
 */
export function userRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/user',
      handle: signedIn(world, (request, session) =>
        accountAnswer(request, 200, session, world, 'user'),
      ),
    },
    {
      method: 'GET',
      path: '/api/v2/ping',
      handle: signedIn(world, (request) => documentAnswer(request, 200, 'pong', { pong: true })),
    },
    {
      method: 'DELETE',
      path: '/api/v2/users/signout',
      handle: signedIn(world, (_request, session) => {
        world.sessions.signOut(session.token);
        return emptyAnswer(204);
      }),
    },
  ];
}

interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly verificationCode: string;
}

/**
 * Who signs in with these, or the code of the refusal. Wrong passwords and wrong verification codes count against the
 * caller's address; once too many, the address is turned away with 1031 whatever it sends, for a while. A success
 * wipes the count.
 */
export function checkCredentials(
  world: World,
  address: string,
  { login, password, verificationCode }: Credentials,
): FakeUser | 1001 | 1028 | 1029 | 1030 | 1031 {
  const { signInFailures, settings } = world;
  if (
    signInFailures.within(address, settings.addressBlockSeconds) >= settings.signInFailuresAllowed
  ) {
    return 1031;
  }
  const wanted = login.toLowerCase();
  const user = world.users.find(
    ({ username, email }) => email !== '' && [username, email].includes(wanted),
  );
  if (user?.emailOnly === true && wanted !== user.email) return 1030;
  if (user === undefined || user.password === null || user.password !== password) {
    signInFailures.add(address);
    return 1001;
  }
  if (user.verificationCode !== null) {
    if (verificationCode === '') return 1029;
    if (verificationCode !== user.verificationCode) {
      signInFailures.add(address);
      return 1028;
    }
  }
  signInFailures.forget(address);
  return user;
}

/** The address of a user's picture; null for one whose record says so. */
export function thumbOf(user: FakeUser, world: World): Json {
  return user.record['thumb'] === undefined
    ? `${world.baseUrl}/users/${user.uuid}/avatar?c=${String(user.id % 100_000)}`
    : user.record['thumb'];
}
