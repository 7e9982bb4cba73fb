import { jsonAnswer } from '../http/json-answer.ts';
import { wantsJson } from '../http/wants-json.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import { xmlAnswer } from '../http/xml-answer.ts';
import { isOldRoute } from './is-old-route.ts';
import { oldErrorAnswer } from './old-error-answer.ts';
import { PLEX_ERRORS } from './plex-errors.ts';

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
