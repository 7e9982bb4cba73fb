import { BlockList, isIP } from 'node:net';
import type { AppError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isLoopback, parseUrl, plexDirectAddress } from '../addresses.ts';
import { retryAfterSeconds, type PlexDeps } from './call.ts';
import { exchange, type Exchange } from './http/exchange.ts';
import { isPlexTv } from './http/host-gate.ts';
import type { ExchangeRequest } from './http/open-response.ts';

export interface Avatar {
  readonly bytes: Uint8Array;
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
}

const maxRedirects = 3;
const limitBytes = 1024 * 1024;
const limitMs = 15_000;

/**
 * `GET` of an account picture's URL (`thumb` of the account object): returns its bytes and type, PNG, JPEG, WebP, or GIF. Follows
 * up to 3 redirects; 15 seconds and 1 MB each at most.
 *
 * Errors besides `exchange`'s: `plex.malformed` (not an allowed URL, or not a picture), `network.intercepted` (a redirect to a URL
 * that isn't allowed, or too many), `plex.rateLimited` (429), `plex.unavailable` (5xx), `plex.refused` (any other status).
 *
 * SECURITY: someone else chose the URL. So it is fetched without token, cookie, or identity, only over https and only from hosts on
 * the internet; each redirect is checked before it is followed, and the type is determined by the bytes alone.
 */
export const getAvatar = async (
  deps: PlexDeps,
  address: string,
  signal?: AbortSignal,
): Promise<Result<Avatar>> => {
  const start = parseUrl(address);
  if (start === null || !isAllowed(deps, start)) return err({ code: 'plex.malformed' });
  const answer = await fetchFollowing(deps, start, signal);
  if (!answer.ok) return answer;
  const { status, bytes } = answer.value;
  if (status >= 500) return err({ code: 'plex.unavailable', status });
  if (status !== 200) return err({ code: 'plex.refused', status, plexCode: null });
  const contentType = imageType(bytes);
  return contentType === null ? err({ code: 'plex.malformed' }) : ok({ bytes, contentType });
};

const fetchFollowing = async (
  deps: PlexDeps,
  start: URL,
  signal: AbortSignal | undefined,
): Promise<Result<Exchange>> => {
  let url = start;
  for (let redirectCount = 0; redirectCount <= maxRedirects; redirectCount += 1) {
    const waitSeconds = deps.gate.waitSeconds(url.href);
    if (waitSeconds !== null) {
      return err({ code: 'plex.rateLimited', retryAfterSeconds: waitSeconds });
    }
    const answer = await exchange(deps, toRequest(url, signal));
    if (!answer.ok) return answer;
    const { status, headers } = answer.value;
    const location = headers.get('location');
    if (status === 429) return err(rateLimit(deps, url, headers));
    if (status < 300 || status >= 400 || location === null) return answer;
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (next === null || !isAllowed(deps, next)) return err({ code: 'network.intercepted' });
    url = next;
  }
  return err({ code: 'network.intercepted' });
};

/** SECURITY: someone else chose the URL: a 429 from a host other than plex.tv must not close the host gate. */
const rateLimit = (
  { endpoints, gate, clock }: PlexDeps,
  { href }: URL,
  headers: Headers,
): AppError => {
  const requestedSeconds = retryAfterSeconds(headers.get('retry-after'), clock.now());
  const waitedSeconds = isPlexTv(endpoints, href) ? gate.note(href, 429, requestedSeconds) : null;
  return { code: 'plex.rateLimited', retryAfterSeconds: waitedSeconds ?? requestedSeconds };
};

/** Only https on the internet; with a fake Plex on this computer, also that one's own origin. */
const isAllowed = ({ endpoints }: PlexDeps, url: URL): boolean => {
  const home = new URL(endpoints.plexTv);
  if (url.protocol === 'https:') return isPublicHost(url.hostname);
  return url.origin === home.origin && isLoopback(home.hostname);
};

const toRequest = (url: URL, signal: AbortSignal | undefined): ExchangeRequest => ({
  url: url.href,
  certificate: undefined,
  method: 'GET',
  headers: { Accept: 'image/png, image/jpeg, image/webp, image/gif' },
  body: null,
  limitMs,
  limitBytes,
  signal,
});

const signatures: readonly (readonly [Avatar['contentType'], RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/gif', /^GIF8[79]a/],
];

/** The image type by its first bytes; null when it isn't one the window may show. */
const imageType = (bytes: Uint8Array): Avatar['contentType'] | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return signatures.find(([, signature]) => signature.test(head))?.[0] ?? null;
};

// https://www.iana.org/assignments/iana-ipv4-special-registry/, and multicast.
const nonPublic = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  nonPublic.addSubnet(network, bits, 'ipv4');
}
// Outside 2000::/3, IPv6 is local, mapped, or unassigned (https://www.iana.org/assignments/ipv6-address-space/); inside it,
// some ranges map to IPv4 addresses or are reserved for documentation.
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  nonPublic.addSubnet(network, bits, 'ipv6');
}

// https://www.iana.org/assignments/special-use-domain-names/, and names routers give their network.
const localName =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|example)$/;

/**
 * Whether a host, as in `URL.hostname`, is on the internet judging by its name: not an address or a name of this computer or
 * its network. DNS isn't consulted: a proxy may resolve the name elsewhere, and the certificate of an https host proves its
 * name.
 */
export const isPublicHost = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  // Such a name contains its address.
  const direct = plexDirectAddress(host);
  if (direct !== null) return isPublicAddress(direct.address);
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes('.') && !localName.test(host);
};

const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !nonPublic.check(address, 'ipv4')
    : globalUnicast.check(address, 'ipv6') && !nonPublic.check(address, 'ipv6');
