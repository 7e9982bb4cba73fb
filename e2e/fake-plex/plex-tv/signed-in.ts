import { plexValue } from '../http/plex-value.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import { identityOf } from '../state/identity-of.ts';
import type { Session } from '../state/session.ts';
import type { World } from '../state/world.ts';
import { errorAnswer } from './error-answer.ts';
import { oldErrorAnswer } from './old-error-answer.ts';
import { tokenExpiredAnswer } from './token-expired-answer.ts';

/** Runs the handler for a caller with a live account token. A server's access token and a transient are none. */
export function signedIn(
  world: World,
  handle: (request: WireRequest, session: Session) => WireAnswer,
): (request: WireRequest) => WireAnswer {
  return (request) => {
    const token = plexValue(request, 'X-Plex-Token');
    const session = token === undefined ? undefined : world.sessions.find(token);
    if (session !== undefined) {
      const ended = session.expiresAt !== null && session.expiresAt <= world.clock.seconds();
      if (ended) return tokenExpiredAnswer(request);
      world.sessions.noteCaller(session.token, identityOf(request));
      return handle(request, session);
    }
    const revoked = token !== undefined && world.sessions.wasRevoked(token);
    return revoked && world.settings.deauthorised === 422
      ? oldErrorAnswer(422, 'Invalid token')
      : errorAnswer(request, 1001);
  };
}
