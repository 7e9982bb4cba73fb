import { request } from 'node:https';
import { parseUrl, plexDirectAddress, type PlexDirectAddress } from '../../addresses.ts';
import type { Clock } from '../../ports.ts';
import { isNameFailure } from './failures.ts';
import { toResponse } from './to-response.ts';

export interface ExchangeDeps {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Hosts that the last probe reached by the address in their name, since DNS kept silent: what follows goes there too. */
  readonly hostsWithoutDns: Set<string>;
}

export interface ExchangeRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** For the whole exchange, from the first byte sent to the last one read. */
  readonly limitMs: number;
  readonly limitBytes: number;
  readonly signal: AbortSignal | undefined;
}

// An answer over a home network takes some tens of them; a DNS that keeps silent does so for seconds.
const silenceMs = 300;

export interface Opened {
  readonly response: Response;
  /** DNS gave nothing for the host, or nothing in time, and the address in its `plex.direct` name answered. */
  readonly isFoundByName: boolean;
}

/**
 * Sends a request, and answers once the head of its answer is there. Rejects as the fetch does.
 *
 * A router may drop private answers of DNS (rebinding protection), or not answer at all; a `plex.direct` name tells its
 * address by itself. Tried, in this order: the name by DNS; the address in the name as soon as DNS has said that it has
 * none; and that address beside the name when nothing has come for 300 ms, the first answer of the two being taken.
 * What must not be sent twice is never sent to both: a token only follows a probe without one, and goes where that got
 * its answer from. The certificate is verified for the name either way.
 */
export const openResponse = async (
  deps: ExchangeDeps,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Opened> => {
  const own = ownAddress(request);
  if (own === null) return byDns(deps, request, signal);
  if (isRepeatable(request)) return byEither(deps, request, own, signal);
  if (deps.hostsWithoutDns.has(own.host)) return byName(request, own, signal);
  return byDns(deps, request, signal).catch((failure: unknown) => {
    if (!isNameFailure(failure)) throw failure;
    return byName(request, own, signal);
  });
};

/** Neither changes anything where it goes, nor tells a token. */
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
  const silence = new Promise<void>((resolve) => {
    stopTimer = deps.clock.after(silenceMs, resolve);
  });
  const overDns = byDns(deps, request, AbortSignal.any([signal, dnsEnd.signal])).catch(
    (failure: unknown) => {
      if (!isNameFailure(failure)) throw failure;
      return nameOnce();
    },
  );
  // Behind a proxy the address alone leads nowhere, and only the fetch tells what there is.
  const afterSilence = silence.then(nameOnce).catch(() => overDns);
  try {
    const opened = await Promise.race([overDns, afterSilence]);
    // Only the other one: the body of this is still to be read.
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
    // SECURITY: a token would go wherever it leads.
    redirect: 'manual',
    // SECURITY: no cookie goes out or is kept, and no answer that holds a token is written to a cache on disk.
    credentials: 'omit',
    cache: 'no-store',
    signal,
  });
  return { response, isFoundByName: false };
};

const byName = async (
  { url, method, headers, body }: ExchangeRequest,
  { address }: OwnAddress,
  signal: AbortSignal,
): Promise<Opened> => ({
  response: await fetchAtAddress(url, { method, headers, body, signal }, address),
  isFoundByName: true,
});

interface OwnAddress {
  readonly host: string;
  readonly address: PlexDirectAddress;
}

const ownAddress = ({ url }: ExchangeRequest): OwnAddress | null => {
  const parsed = parseUrl(url);
  // Over http nothing would prove that the name's owner answers.
  if (parsed?.protocol !== 'https:') return null;
  const address = plexDirectAddress(parsed.hostname);
  return address === null ? null : { host: parsed.host, address };
};

export interface AddressedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

/**
 * One https request to a host whose address is known without DNS. Follows no redirect, keeps no cookie, cache or
 * connection, and goes past any proxy. Rejects as a fetch of Node does.
 */
const fetchAtAddress = (
  url: string,
  { method, headers, body, signal }: AddressedRequest,
  at: PlexDirectAddress,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method,
        headers,
        signal,
        agent: false,
        lookup: (_hostname, options, answer) => {
          if (options.all === true) answer(null, [at]);
          else answer(null, at.address, at.family);
        },
        // SECURITY: the name of the URL is what the certificate is verified for, whatever the environment says.
        rejectUnauthorized: true,
      },
      (incoming) => {
        try {
          resolve(toResponse(incoming, incoming));
        } catch (failure) {
          incoming.destroy();
          reject(failure instanceof Error ? failure : new Error('no answer of HTTP'));
        }
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
