import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import type { Pin } from '../plex-client.ts';
import { pinFields } from './pin-fields.ts';

// What a PIN lives when Plex does not say: the shorter of the two lives seen.
const usualLifeMs = 900_000;

/** `POST https://plex.tv/api/v2/pins`, without a token. */
export const createPin = async (
  deps: PlexDeps,
  isStrong: boolean,
  signal: AbortSignal,
): Promise<Result<Pin>> => {
  const answer = await plexRequest(deps, {
    method: 'POST',
    url: `${deps.endpoints.plexTv}/api/v2/pins`,
    ...(isStrong ? { form: { strong: 'true' } } : {}),
    signal,
  });
  if (!answer.ok) return answer;
  // Nothing that was just asked for can have run out: a 404 here is a plain refusal.
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'newPin'));
  const read = decodePlexData(answer.value, pinFields);
  if (!read.ok) return read;
  const { id, code, expiresIn, createdAt, expiresAt } = read.value;
  if (code === null) return err({ code: 'plex.malformed' });
  // Both times are by Plex's clock, so that ours may be wrong.
  const lifeMs = createdAt === null || expiresAt === null ? usualLifeMs : expiresAt - createdAt;
  return ok({ id, code, expiresInMs: expiresIn ?? Math.max(0, lifeMs) });
};
