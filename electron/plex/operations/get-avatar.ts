import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isLoopback, parseUrl } from '../../addresses.ts';
import { exchange, type Exchange } from '../http/exchange.ts';
import type { ExchangeRequest } from '../http/open-response.ts';
import { isPlexTv } from '../http/is-plex-tv.ts';
import { retryAfterSeconds, type PlexDeps } from '../call.ts';
import { imageType } from '../image-type.ts';
import { isPublicHost } from '../is-public-host.ts';
import type { Avatar } from '../plex-client.ts';

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
