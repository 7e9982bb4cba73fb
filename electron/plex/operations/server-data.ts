import { err, ok, type Result } from '../../../shared/result.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { PlexReply } from '../plex-error.ts';
import { readField } from '../wire/loose.ts';

/** What a media server answered: the inside of its `MediaContainer` (https://developer.plex.tv/pms/, "Responses"). */
export const serverData = (reply: PlexReply): Result<object> => {
  const body = decodeBody(reply.contentType, reply.text);
  if (body.kind === 'html') return err({ code: 'network.intercepted' });
  const container = body.kind === 'data' ? readField(body.value, 'MediaContainer') : undefined;
  return typeof container === 'object' && container !== null && !Array.isArray(container)
    ? ok(container)
    : err({ code: 'plex.malformed' });
};
