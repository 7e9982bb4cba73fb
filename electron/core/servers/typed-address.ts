import { isIPv6 } from 'node:net';
import type { AddressTrouble } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ipAddress, parseUrl } from '../../addresses.ts';

/** An address of a server as a person types or pastes it. */
export interface TypedAddress {
  /** As in a URL: an IPv6 address in brackets, a name in ASCII. */
  readonly hostname: string;
  /** With the port, where it is not the usual one of the scheme. */
  readonly host: string;
  /** The origins it may stand for, the safest first. */
  readonly origins: readonly string[];
}

// https://support.plex.tv/articles/201543147-what-network-ports-do-i-need-to-allow-through-my-firewall/
const plexPort = '32400';

// RFC 1035, 2.3.4.
const maxHostLength = 253;

/**
 * SECURITY: a URL lets a name have punctuation in it, which could look like words of the question it stands in, and reads
 * more than one way of writing the dot of the root, with which a name of Plex's would pass for one of the person's own.
 */
const isHost = (hostname: string): boolean =>
  hostname.length <= maxHostLength &&
  (ipAddress(hostname) !== null || /^[\w-]+(\.[\w-]+)*$/.test(hostname));

/**
 * Reads `https://host:port`, `http://host:port`, or `host:port`, where https is tried before http and the port is Plex's
 * unless it says another. Of a longer address, such as that of the server's web app, the rest is cut off: a token may be
 * in it, and a server is asked at its root.
 */
export function readTypedAddress(text: string): Result<TypedAddress> {
  const typed = text.trim();
  if (typed === '') return malformed('empty');
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') {
    return malformed('otherScheme');
  }
  const rest = scheme === undefined ? typed : typed.slice(scheme.length + 3);
  const [start = ''] = rest.split(/[/?#\\]/, 1);
  // The dot of the root says nothing; written in another way than this it is refused below.
  const authority = start.replace(/\.(?=(?::\d*)?$)/, '');
  // SECURITY: what stands before an @ can be taken for the host by whoever reads it.
  if (authority.includes('@')) return malformed('userName');
  const named = isIPv6(authority) ? `[${authority}]` : authority;
  const isWithoutPort = scheme === undefined && !/:\d+$/.test(named);
  const withPort = isWithoutPort ? `${named}:${plexPort}` : named;
  const schemes = scheme === undefined ? ['https', 'http'] : [scheme];
  const urls = schemes.map((one) => parseUrl(`${one}://${withPort}`));
  const [first] = urls;
  if (first === undefined || first === null || first.port === '0' || !isHost(first.hostname)) {
    return malformed('noAddress');
  }
  if (isPlexWebsite(first.hostname)) return malformed('website');
  return ok({
    hostname: first.hostname,
    host: first.host,
    origins: urls.flatMap((url) => url?.origin ?? []),
  });
}

/** Plex's own web app shows a server's page under an address of Plex. Under plex.direct are the servers themselves. */
const isPlexWebsite = (hostname: string): boolean => /(^|\.)plex\.tv$/.test(hostname);

const malformed = (trouble: AddressTrouble): Result<never> =>
  err({ code: 'address.malformed', trouble });
