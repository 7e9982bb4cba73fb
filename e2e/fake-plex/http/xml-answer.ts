import type { Json } from './json.ts';
import type { JsonObject } from './json-object.ts';
import { toXml } from './to-xml.ts';
import type { WireAnswer } from './wire-answer.ts';

/** An XML answer, whatever the caller's `Accept` says. */
export function xmlAnswer(
  status: number,
  root: string,
  value: JsonObject | readonly Json[],
): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    body: toXml(root, value),
  };
}
