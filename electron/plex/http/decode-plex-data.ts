import * as v from 'valibot';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { decodeBody } from './decode-body.ts';
import type { PlexReply } from './plex-request.ts';

/** Reads a successful answer by a schema. A page where data was due was not sent by Plex. */
export const decodePlexData = <Schema extends v.GenericSchema>(
  reply: PlexReply,
  schema: Schema,
): Result<v.InferOutput<Schema>> => {
  const body = decodeBody(reply.contentType, reply.text);
  if (body.kind === 'html') return err({ code: 'network.intercepted' });
  if (body.kind !== 'data') return err({ code: 'plex.malformed' });
  const parsed = v.safeParse(schema, body.value);
  return parsed.success ? ok(parsed.output) : err({ code: 'plex.malformed' });
};
