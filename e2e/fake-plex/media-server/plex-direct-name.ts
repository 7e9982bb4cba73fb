import { createHash } from 'node:crypto';

/** `{address with dashes}.{hash of the server}.plex.direct`, as in every published capture. */
export function plexDirectName(address: string, serverName: string): string {
  const label = address.replace(/[.:]/g, '-');
  const hash = createHash('md5').update(`fake-plex ${serverName}`).digest('hex');
  return `${label}.${hash}.plex.direct`;
}
