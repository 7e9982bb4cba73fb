import { isIPv4, isIPv6 } from 'node:net';

export interface PlexDirectAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * The address a `plex.direct` name tells by itself: `192-0-2-5.{hash}.plex.direct` is 192.0.2.5 and
 * `2001-db8--5.{hash}.plex.direct` is 2001:db8::5
 * (https://support.plex.tv/articles/206225077-how-to-use-secure-server-connections/). Null for any other name.
 */
export const plexDirectAddress = (hostname: string): PlexDirectAddress | null => {
  const label = /^([\da-f-]+)\.[\da-z]+\.plex\.direct$/i.exec(hostname)?.[1];
  if (label === undefined) return null;
  const four = label.replaceAll('-', '.');
  if (isIPv4(four)) return { address: four, family: 4 };
  const six = label.replaceAll('-', ':');
  return isIPv6(six) ? { address: six, family: 6 } : null;
};
