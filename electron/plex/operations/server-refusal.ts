import type { AppError } from '../../../shared/errors.ts';
import { withDetails, type PlexReply } from '../plex-error.ts';

/** A server's no that says nothing of the token: it wants to be left alone, or refuses for reasons of its own. */
export const serverRefusal = (
  reply: Pick<PlexReply, 'status' | 'retryAfterSeconds' | 'details'>,
): AppError => {
  const { status, retryAfterSeconds } = reply;
  const error: AppError =
    status === 429
      ? { code: 'plex.rateLimited', retryAfterSeconds }
      : { code: 'server.refused', status };
  return withDetails(error, reply);
};
