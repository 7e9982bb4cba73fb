import { jsonAnswer, xmlAnswer } from '../http/answers.ts';
import { plexValue, wantsJson, type WireAnswer, type WireRequest } from '../http/wire.ts';
import { identityOf } from '../state/identity.ts';
import type { Session } from '../state/session-book.ts';
import type { World } from '../state/world.ts';

/**
 * A refusal of plex.tv in the form the caller asked for. The v2 forms are in LukeHagar/plex-api-spec (JSON) and
 * https://github.com/jaylex32/Syncra/issues/29 (XML); routes from before v2 have forms of their own.
 */
export function errorAnswer(request: WireRequest, code: keyof typeof PLEX_ERRORS): WireAnswer {
  const { status, message, statusInBody } = PLEX_ERRORS[code];
  if (isOldRoute(request.path)) {
    return wantsJson(request)
      ? jsonAnswer(status, { error: message })
      : oldErrorAnswer(status, message);
  }
  const error = statusInBody ? { code, message, status } : { code, message };
  return wantsJson(request)
    ? jsonAnswer(status, { errors: [error] })
    : xmlAnswer(status, 'errors', [error]);
}

/**
 * The refusals plex.tv gives, by code. Statuses are those seen in public error lists and issue threads
 * (1000, 1001: LukeHagar/plex-api-spec; 1028, 1029, 1031: https://github.com/Taxel/PlexTraktSync/issues/2218 and
 * https://github.com/jaylex32/Syncra/issues/29; 1041: https://github.com/arabcoders/watchstate/issues/542).
 * Codes whose captured bodies lack `status` are marked.
 */
const PLEX_ERRORS = {
  1000: { status: 400, message: 'X-Plex-Client-Identifier is missing', statusInBody: true },
  1001: { status: 401, message: 'User could not be authenticated', statusInBody: true },
  1002: { status: 404, message: 'Resource not found', statusInBody: true },
  1003: { status: 429, message: 'Rate limit exceeded', statusInBody: true },
  1004: { status: 400, message: 'Malformed request', statusInBody: true },
  1005: { status: 405, message: 'Method not allowed', statusInBody: true },
  1009: { status: 403, message: 'Not available to managed users', statusInBody: true },
  1020: { status: 404, message: 'Code not found or expired', statusInBody: false },
  1028: { status: 401, message: 'Invalid verification code', statusInBody: true },
  1029: { status: 401, message: 'Please enter the verification code', statusInBody: true },
  1030: { status: 401, message: 'Sign in with your e-mail address', statusInBody: true },
  1031: {
    status: 401,
    message:
      'This IP appears to be having trouble signing in to an account (detected repeated failures)',
    statusInBody: true,
  },
  1041: { status: 403, message: 'Valid Home PIN required', statusInBody: false },
} as const;

const OLD_ROUTES =
  /^\/(?:devices(?:\.xml|\/)|api\/(?:resources|home|claim)\b|users\/(?:account|sign_in)\b)/;

/** Whether a path belongs to the API from before v2: it does not insist on a client identifier, and fails differently. */
function isOldRoute(path: string): boolean {
  return OLD_ROUTES.test(path);
}

/**
 * A refusal in the XML form from before v2. Plex.tv has been seen to answer `422` with "Invalid token" in this form,
 * where 401 was due (https://github.com/pushingkarmaorg/python-plexapi/pull/1138).
 */
export function oldErrorAnswer(status: number, message: string): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<errors>\n  <error>${message}</error>\n</errors>\n`,
  };
}

/** A JWT past its time: 498 (https://developer.plex.tv/pms/, "Authenticating with Plex"). No description gives the body. */
function tokenExpiredAnswer(request: WireRequest): WireAnswer {
  const error = { message: 'Token has expired', status: 498 };
  return wantsJson(request)
    ? jsonAnswer(498, { errors: [error] })
    : xmlAnswer(498, 'errors', [error]);
}

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
