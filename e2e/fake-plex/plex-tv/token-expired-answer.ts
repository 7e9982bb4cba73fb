import { jsonAnswer } from '../http/json-answer.ts';
import { wantsJson } from '../http/wants-json.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import { xmlAnswer } from '../http/xml-answer.ts';

/** A JWT past its time: 498 (https://developer.plex.tv/pms/, "Authenticating with Plex"). No description gives the body. */
export function tokenExpiredAnswer(request: WireRequest): WireAnswer {
  const error = { message: 'Token has expired', status: 498 };
  return wantsJson(request)
    ? jsonAnswer(498, { errors: [error] })
    : xmlAnswer(498, 'errors', [error]);
}
