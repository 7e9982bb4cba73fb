import type { JsonObject, WireRequest } from '../http/wire.ts';
import { jsonAnswer, xmlAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import { identityOf } from '../state/identity.ts';
import type { Session } from '../state/session-book.ts';
import type { World } from '../state/world.ts';
import { checkCredentials, thumbOf } from './account-routes.ts';
import { errorAnswer, signedIn } from './refusals.ts';

/** The account routes from before v2, which Overseerr (JSON) and Tautulli (XML) still call, and the claim code. */
export function oldAccountRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/users/account.json',
      handle: signedIn(world, (_request, session) =>
        jsonAnswer(200, { user: oldAccount(session, world) }),
      ),
    },
    {
      method: 'GET',
      path: '/users/account',
      handle: signedIn(world, (_request, session) =>
        xmlAnswer(200, 'user', oldAccount(session, world)),
      ),
    },
    {
      method: 'POST',
      path: '/users/sign_in.json',
      handle: (request) => {
        const credentials = oldCredentials(request);
        const outcome = checkCredentials(world, request.remoteAddress, credentials);
        if (typeof outcome === 'number') {
          return errorAnswer({ ...request, headers: { accept: 'application/json' } }, outcome);
        }
        const session = world.sessions.grant(outcome, identityOf(request));
        return jsonAnswer(201, { user: oldAccount(session, world) });
      },
    },
    {
      method: 'GET',
      path: '/api/claim/token.json',
      handle: signedIn(world, () =>
        jsonAnswer(200, {
          token: world.secrets.record('claimToken', `claim-${world.secrets.issue('claimToken')}`),
        }),
      ),
    },
  ];
}

/** Keys after lcharlick/PlexKit, `simple_authentication.json`. */
function oldAccount({ user, token }: Session, world: World): JsonObject {
  const { record } = user;
  return {
    id: user.id,
    uuid: user.uuid,
    email: user.email,
    joined_at: '2015-01-01 00:00:00 UTC',
    username: user.username,
    title: user.title,
    thumb: thumbOf(user, world),
    hasPassword: user.password !== null,
    authToken: token,
    authentication_token: token,
    subscription: record['subscription'] ?? null,
    roles: { roles: record['roles'] ?? [] },
    entitlements: record['entitlements'] ?? [],
    confirmedAt: '2015-01-01 00:00:00 UTC',
    forumId: null,
    rememberMe: false,
  };
}

function oldCredentials(request: WireRequest): {
  login: string;
  password: string;
  verificationCode: string;
} {
  const basic = /^Basic (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (basic !== undefined) {
    const [login = '', ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { login, password: password.join(':'), verificationCode: '' };
  }
  return {
    login: request.form?.get('user[login]') ?? '',
    password: request.form?.get('user[password]') ?? '',
    verificationCode: request.form?.get('user[verification_code]') ?? '',
  };
}
