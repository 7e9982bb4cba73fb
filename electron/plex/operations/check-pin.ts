import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import type { PinCheck } from '../plex-client.ts';
import { pinFields } from './pin-fields.ts';

/**
 * `GET https://plex.tv/api/v2/pins/{id}`, under the client identifier that created it. A PIN that has run out is
 * a 404, or a 200 that stays without a token; so `expiresInMs` is told too.
 */
export const checkPin = async (
  deps: PlexDeps,
  pinId: number,
  signal: AbortSignal,
): Promise<Result<PinCheck>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${deps.endpoints.plexTv}/api/v2/pins/${pinId}`,
    signal,
  });
  if (!answer.ok) return answer;
  const reply = answer.value;
  if (!isSuccess(reply)) return err(decodePlexError(reply, 'pin'));
  const read = decodePlexData(reply, pinFields);
  if (!read.ok) return read;
  const { id, authToken, expiresIn, expiresAt } = read.value;
  // SECURITY: a token for another PIN is another person's account.
  if (id !== pinId) return err({ code: 'plex.malformed' });
  const leftMs =
    expiresAt === null || reply.serverDateMs === null ? null : expiresAt - reply.serverDateMs;
  return ok({
    token: authToken,
    expiresInMs: expiresIn ?? (leftMs === null ? null : Math.max(0, leftMs)),
  });
};
