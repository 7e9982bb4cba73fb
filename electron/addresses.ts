import { isIPv4, isIPv6 } from 'node:net';

/** A URL, or null for text that is none. (`URL.parse` is missing from the oldest Node this runs on.) */
export const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** Whether what is sent to this address can be read on the way: plain http to any computer but this one. */
export const isExposed = (uri: string): boolean => {
  const url = parseUrl(uri);
  return url === null || (url.protocol !== 'https:' && !isLoopback(url.hostname));
};

/** Whether a host is this computer itself, under any of the names it has for that. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

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
