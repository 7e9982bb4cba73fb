import { jsonAnswer } from '../http/json-answer.ts';
import type { JsonObject } from '../http/json-object.ts';
import { wantsJson } from '../http/wants-json.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import { xmlAnswer } from '../http/xml-answer.ts';

/** A media server's document: the JSON is wrapped in `MediaContainer`, which in XML is the root element. */
export function containerAnswer(
  request: WireRequest,
  container: JsonObject,
  alwaysXml = false,
): WireAnswer {
  return !alwaysXml && wantsJson(request)
    ? jsonAnswer(200, { MediaContainer: container })
    : xmlAnswer(200, 'MediaContainer', container);
}
