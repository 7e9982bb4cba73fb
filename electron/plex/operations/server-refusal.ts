import type { AppError } from '../../../shared/app-error.ts';
import type { PlexReply } from '../http/plex-request.ts';

/** A server's no that says nothing of the token: it wants to be left alone, or refuses for reasons of its own. */
export const serverRefusal = ({
  status,
  retryAfterSeconds,
}: Pick<PlexReply, 'status' | 'retryAfterSeconds'>): AppError =>
  status === 429
    ? { code: 'plex.rateLimited', retryAfterSeconds }
    : { code: 'server.refused', status };
