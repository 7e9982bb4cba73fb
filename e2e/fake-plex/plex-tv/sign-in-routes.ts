import type { Route } from '../http/route.ts';
import { identityOf } from '../state/identity-of.ts';
import type { World } from '../state/world.ts';
import { accountAnswer } from './account-answer.ts';
import { checkCredentials } from './check-credentials.ts';
import { errorAnswer } from './error-answer.ts';

/** `POST /api/v2/users/signin`: a form, never JSON (LukeHagar/plex-api-spec, `post-users-sign-in-data`). */
export function signInRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/v2/users/signin',
      handle: (request) => {
        const login = request.form?.get('login') ?? '';
        const password = request.form?.get('password') ?? '';
        if (login === '' || password === '') return errorAnswer(request, 1004);
        const outcome = checkCredentials(world, request.remoteAddress, {
          login,
          password,
          verificationCode: request.form?.get('verificationCode') ?? '',
        });
        return typeof outcome === 'number'
          ? errorAnswer(request, outcome)
          : accountAnswer(request, 201, world.sessions.grant(outcome, identityOf(request)), world);
      },
    },
  ];
}
