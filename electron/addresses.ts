import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** A URL, or null for text that is none. (`URL.parse` is missing from the oldest Node this runs on.) */
export const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** Whether what is sent to this address can be read on the way: plain http to any computer but this one. */
export const isExposed = (uri: string): boolean => {
  const url = parseUrl(uri);
  return url === null || (url.protocol !== 'https:' && !isLoopback(url.hostname));
};

/** Whether a host is this computer itself, under any of the names it has for that; an IPv6 address with its brackets or without. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  withoutBrackets(hostname) === '::1' ||
  /^127(\.\d{1,3}){3}$/.test(hostname);

/** Addresses that are handed on by no router of the Internet: RFC 1918, 3927, 4193, and 4291 (2.5.6). */
const ownNetwork = new BlockList();
ownNetwork.addSubnet('10.0.0.0', 8);
ownNetwork.addSubnet('172.16.0.0', 12);
ownNetwork.addSubnet('192.168.0.0', 16);
ownNetwork.addSubnet('169.254.0.0', 16);
ownNetwork.addSubnet('fc00::', 7, 'ipv6');
ownNetwork.addSubnet('fe80::', 10, 'ipv6');

/** Whether a host is this computer or, by its address alone, in the network this computer is in: no name is. */
export const isOnOwnNetwork = (hostname: string): boolean => {
  if (isLoopback(hostname)) return true;
  const address = ipAddress(hostname);
  return address !== null && ownNetwork.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
};

/** The IP address that is a URL's host, without brackets; null for a name. */
export const ipAddress = (hostname: string): string | null => {
  const address = withoutBrackets(hostname);
  return isIPv4(address) || isIPv6(address) ? address : null;
};

/** A URL's host without the brackets around an IPv6 address. */
export const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

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

/**
 * The hash in a `plex.direct` name: one for each server, which alone has the certificate for names with it. Null for any
 * other name. Source as above.
 * SECURITY: that certificate is good for any word in the place of the address, so such a name is the server's as well.
 */
export const plexDirectHash = (hostname: string): string | null =>
  /(?:^|\.)([\da-z]+)\.plex\.direct$/i.exec(hostname)?.[1]?.toLowerCase() ?? null;

/** The `plex.direct` name of the server with this hash at this address. */
export const plexDirectName = (address: string, hash: string): string =>
  `${address.replaceAll(/[.:]/g, '-')}.${hash}.plex.direct`;
