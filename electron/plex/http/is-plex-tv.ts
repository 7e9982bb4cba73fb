import type { PlexEndpoints } from '../../ports.ts';

/** Whether plex.tv itself is asked at this address, by either of its names. */
export const isPlexTv = (
  { plexTv, clients }: Pick<PlexEndpoints, 'plexTv' | 'clients'>,
  url: string,
): boolean => url.startsWith(`${plexTv}/`) || url.startsWith(`${clients}/`);
