import { request, type RequestOptions } from 'node:https';
import { parseUrl, plexDirectAddress, type PlexDirectAddress } from '../../addresses.ts';
import type { Clock } from '../../ports.ts';
import { isNameFailure } from './failures.ts';
import { connectPinned } from './pinned-connection.ts';
import { toResponse } from './to-response.ts';

export interface ExchangeDeps {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Hosts that the last probe reached by the address in their name because DNS had no answer: later requests go there too. */
  readonly hostsWithoutDns: Set<string>;
}

export interface ExchangeRequest {
  readonly url: string;
  /** The SHA-256 of the only certificate that may answer; without one, the system decides which it trusts for the host. */
  readonly certificate: string | undefined;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** For the whole exchange, from the first byte sent to the last byte read. */
  readonly limitMs: number;
  readonly limitBytes: number;
  readonly signal: AbortSignal | undefined;
}

// A response on a home network takes some tens of milliseconds; a DNS that doesn't answer takes seconds.
const dnsGraceMs = 300;

export interface Opened {
  readonly response: Response;
  /** DNS had no answer for the host, or none in time, and the address in its `plex.direct` name was used. */
  readonly isFoundByName: boolean;
}

/**
 * Sends a request and returns once the headers of its response are there. Rejects as fetch does.
 *
 * A router may drop private addresses from DNS responses (rebinding protection) or not answer at all, but a `plex.direct` name
 * contains its address. In this order: the name by DNS; the address in the name once DNS says it has none; and both at once
 * when nothing has come for 300 ms, the first response winning. What must not be sent twice is never sent to both: a token
 * only follows a probe without one, and goes where that probe got its response. The certificate is verified for the name
 * either way. Where one is pinned, that one alone counts, and none of this applies.
 * Source: https://support.plex.tv/articles/206225077-how-to-use-secure-server-connections/.
 */
export const openResponse = async (
  deps: ExchangeDeps,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Opened> => {
  if (request.certificate !== undefined) return byCertificate(request, request.certificate, signal);
  const own = ownAddress(request);
  if (own === null) return byDns(deps, request, signal);
  if (isRepeatable(request)) return byEither(deps, request, own, signal);
  if (deps.hostsWithoutDns.has(own.host)) return byName(request, own, signal);
  return byDns(deps, request, signal).catch((failure: unknown) => {
    if (!isNameFailure(failure)) throw failure;
    return byName(request, own, signal);
  });
};

/** Changes nothing at the server, and carries no token. */
const isRepeatable = ({ method, headers }: ExchangeRequest): boolean =>
  method === 'GET' && headers['X-Plex-Token'] === undefined;

const byEither = async (
  deps: ExchangeDeps,
  request: ExchangeRequest,
  own: OwnAddress,
  signal: AbortSignal,
): Promise<Opened> => {
  const dnsEnd = new AbortController();
  const nameEnd = new AbortController();
  let named: Promise<Opened> | null = null;
  const nameOnce = (): Promise<Opened> =>
    (named ??= byName(request, own, AbortSignal.any([signal, nameEnd.signal])));
  let stopTimer = (): void => undefined;
  const grace = new Promise<void>((resolve) => {
    stopTimer = deps.clock.after(dnsGraceMs, resolve);
  });
  const overDns = byDns(deps, request, AbortSignal.any([signal, dnsEnd.signal])).catch(
    (failure: unknown) => {
      if (!isNameFailure(failure)) throw failure;
      return nameOnce();
    },
  );
  // Behind a proxy the address alone leads nowhere, and only fetch knows the proxy.
  const afterGrace = grace.then(nameOnce).catch(() => overDns);
  try {
    const opened = await Promise.race([overDns, afterGrace]);
    // Only the other one: the body of this one is still to be read.
    (opened.isFoundByName ? dnsEnd : nameEnd).abort();
    if (opened.isFoundByName) deps.hostsWithoutDns.add(own.host);
    else deps.hostsWithoutDns.delete(own.host);
    return opened;
  } finally {
    stopTimer();
  }
};

const byDns = async (
  { fetch }: ExchangeDeps,
  { url, method, headers, body }: ExchangeRequest,
  signal: AbortSignal,
): Promise<Opened> => {
  const response = await fetch(url, {
    method,
    headers,
    body,
    // SECURITY: a token would follow a redirect.
    redirect: 'manual',
    // SECURITY: no cookie is sent or kept, and no response with a token is written to a cache on disk.
    credentials: 'omit',
    cache: 'no-store',
    signal,
  });
  return { response, isFoundByName: false };
};

const byName = async (
  request: ExchangeRequest,
  { address: at }: OwnAddress,
  signal: AbortSignal,
): Promise<Opened> => {
  const response = await fetchOverNode(request, signal, {
    agent: false,
    lookup: (_hostname, options, answer) => {
      if (options.all === true) answer(null, [at]);
      else answer(null, at.address, at.family);
    },
    // SECURITY: the certificate is verified for the URL's host, whatever the environment says.
    rejectUnauthorized: true,
  });
  return { response, isFoundByName: true };
};

/** SECURITY: the request is made, with its token, after the certificate has been seen to. */
const byCertificate = async (
  request: ExchangeRequest,
  certificate: string,
  signal: AbortSignal,
): Promise<Opened> => {
  const socket = await connectPinned(request.url, certificate, signal);
  const response = await fetchOverNode(request, signal, {
    createConnection: () => socket,
    // Without an agent to say so, Node takes 80 for what goes without saying.
    defaultPort: 443,
  });
  return { response, isFoundByName: false };
};

interface OwnAddress {
  readonly host: string;
  readonly address: PlexDirectAddress;
}

const ownAddress = ({ url }: ExchangeRequest): OwnAddress | null => {
  const parsed = parseUrl(url);
  // Over http nothing proves that the name's owner responds.
  if (parsed?.protocol !== 'https:') return null;
  const address = plexDirectAddress(parsed.hostname);
  return address === null ? null : { host: parsed.host, address };
};

/**
 * One https request over a connection that fetch couldn't make. Follows no redirect, keeps no cookie, cache, or connection,
 * and bypasses any proxy. Rejects as Node's fetch does.
 */
const fetchOverNode = (
  { url, method, headers, body }: ExchangeRequest,
  signal: AbortSignal,
  connection: RequestOptions,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { ...connection, method, headers, signal }, (incoming) => {
      try {
        resolve(toResponse(incoming, incoming));
      } catch (failure) {
        incoming.destroy();
        reject(failure instanceof Error ? failure : new Error('not an HTTP response'));
      }
    });
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
