import type { Json } from './json.ts';
import { jsonAnswer } from './json-answer.ts';
import type { JsonObject } from './json-object.ts';
import { wantsJson } from './wants-json.ts';
import type { WireAnswer } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';
import { xmlAnswer } from './xml-answer.ts';

/** A document in the form the caller asked for; `root` is the name of the XML root element. */
export function documentAnswer(
  request: WireRequest,
  status: number,
  root: string,
  value: JsonObject | readonly Json[],
): WireAnswer {
  return wantsJson(request) ? jsonAnswer(status, value) : xmlAnswer(status, root, value);
}
