import { documentAnswer } from '../http/document-answer.ts';
import { emptyAnswer } from '../http/empty-answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../state/world.ts';
import { accountAnswer } from './account-answer.ts';
import { signedIn } from './signed-in.ts';

/**
 * What a signed-in caller asks about itself: `/user` (https://plex.tv/api/v2/user), `/ping`, which keeps a token in
 * use, and `/users/signout`, which ends it (python-plexapi, `myplex.py`).
 */
export function userRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/user',
      handle: signedIn(world, (request, session) => accountAnswer(request, 200, session, world)),
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
