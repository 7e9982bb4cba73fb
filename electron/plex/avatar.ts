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

const mostRedirects = 3;
const limitBytes = 1024 * 1024;
const limitMs = 15_000;

/**
 * The picture at an address that Plex gave.
 *
 * SECURITY: asked without token, cookie or identity, over https and of hosts on the internet alone, each redirect looked at
 * before it is followed, since somebody else chose the address; and believed to be a picture only by its bytes.
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
  for (let redirectCount = 0; redirectCount <= mostRedirects; redirectCount += 1) {
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

/** SECURITY: somebody else chose the address: the 429 of who is not plex.tv must keep Usher from nobody. */
const rateLimit = (
  { endpoints, gate, clock }: PlexDeps,
  { href }: URL,
  headers: Headers,
): AppError => {
  const askedSeconds = retryAfterSeconds(headers.get('retry-after'), clock.now());
  const ownSeconds = isPlexTv(endpoints, href) ? gate.note(href, 429, askedSeconds) : null;
  return { code: 'plex.rateLimited', retryAfterSeconds: ownSeconds ?? askedSeconds };
};

/** Plex's own word may lead nowhere but to the internet; of a Plex that is played on this computer, to that as well. */
const isAllowed = ({ endpoints }: PlexDeps, url: URL): boolean => {
  const home = new URL(endpoints.plexTv);
  if (url.protocol === 'https:') return isPublicHost(url.hostname);
  return url.origin === home.origin && isLoopback(home.hostname);
};

const toRequest = (url: URL, signal: AbortSignal | undefined): ExchangeRequest => ({
  url: url.href,
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

/** What kind of picture bytes are, by how they begin; null when they are none the window may show. */
const imageType = (bytes: Uint8Array): Avatar['contentType'] | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return signatures.find(([, signature]) => signature.test(head))?.[0] ?? null;
};

// https://www.iana.org/assignments/iana-ipv4-special-registry/, and what is no single host's.
const inner = new BlockList();
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
  inner.addSubnet(network, bits, 'ipv4');
}
// Of IPv6 all but 2000::/3 is local, mapped or nobody's (https://www.iana.org/assignments/ipv6-address-space/); in it some
// ranges lead to an IPv4 address or are for documents.
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  inner.addSubnet(network, bits, 'ipv6');
}

// https://www.iana.org/assignments/special-use-domain-names/, and what routers name their network.
const innerName =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|example)$/;

/**
 * Whether a host of a URL, as `URL.hostname` writes it, is somewhere on the internet by all that its name tells: no address
 * or name that leads to this computer or its network. What DNS says of a name is not asked: a proxy may do so elsewhere, and
 * the certificate of an https host proves its name.
 */
export const isPublicHost = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  // A name that tells its address, and may have a certificate.
  const told = plexDirectAddress(host);
  if (told !== null) return isPublicAddress(told.address);
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes('.') && !innerName.test(host);
};

const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !inner.check(address, 'ipv4')
    : outer.check(address, 'ipv6') && !inner.check(address, 'ipv6');
