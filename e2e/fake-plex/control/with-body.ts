import * as v from 'valibot';
import { jsonAnswer } from '../http/json-answer.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';

/** Runs the handler with the JSON body once it has been found to be what it should be; else says what is wrong with it. */
export function withBody<Schema extends v.GenericSchema>(
  schema: Schema,
  handle: (body: v.InferOutput<Schema>, request: WireRequest) => WireAnswer | Promise<WireAnswer>,
): (request: WireRequest) => WireAnswer | Promise<WireAnswer> {
  return (request) => {
    const parsed = v.safeParse(schema, request.json);
    return parsed.success
      ? handle(parsed.output, request)
      : jsonAnswer(400, { error: v.summarize(parsed.issues) });
  };
}
