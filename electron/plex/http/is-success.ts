import type { PlexReply } from './plex-request.ts';

/** Plex documents 201 and 204 where 200 has been seen, and the other way round. */
export const isSuccess = ({ status }: Pick<PlexReply, 'status'>): boolean =>
  status >= 200 && status < 300;
