import { err, ok, type Result } from '../../../shared/result.ts';
import { isTokenText } from '../../token-text.ts';
import { readDetails } from './error-details.ts';
import { exchange } from './exchange.ts';
import type { ExchangeRequest } from './open-response.ts';
import { identityParts } from './identity-parts.ts';
import { isPlexTv } from './is-plex-tv.ts';
import type { PlexDeps } from './plex-deps.ts';
import { retryAfterSeconds } from './retry-after-seconds.ts';

const usualLimitMs = 15_000;
const usualLimitBytes = 8 * 1024 * 1024;

export interface PlexRequest {
  readonly method: ExchangeRequest['method'];
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** Named in place of Usher, for the one call Plex answers to an app of its own alone. */
  readonly product?: string;
  readonly signal?: AbortSignal | undefined;
  readonly limitMs?: number;
  readonly limitBytes?: number;
}

/** An answer of any status but a redirect, not yet looked into. */
export interface PlexReply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** The answerer's clock; null when it does not tell. */
  readonly serverDateMs: number | null;
  /** How long the answerer is left alone now, or, where nothing depends on that, how long it wants to be. */
  readonly retryAfterSeconds: number | null;
  /** What an answer that is no success says in its own words, without secrets; null when nothing. */
  readonly details: string | null;
  /** DNS gave nothing for the host, or nothing in time, and the address in its `plex.direct` name answered. */
  readonly isFoundByName: boolean;
}

/** Asks plex.tv or a media server; `plex.rateLimited` without a request while that is being left alone. Never rejects. */
export const plexRequest = async (
  deps: PlexDeps,
  request: PlexRequest,
): Promise<Result<PlexReply>> => {
  // A token that can't be in a header can't be asked about; fetch would throw, and tell the token in its message.
  if (request.token !== undefined && !isTokenText(request.token)) {
    return err({ code: 'plex.malformed' });
  }
  const waitSeconds = deps.gate.waitSeconds(request.url);
  if (waitSeconds !== null) {
    return err({ code: 'plex.rateLimited', retryAfterSeconds: waitSeconds });
  }
  const askedMs = deps.clock.monotonicMs();
  const answer = await exchange(deps, toExchange(deps, request));
  if (!answer.ok) return answer;
  const { status, headers, bytes, isFoundByName } = answer.value;
  // SECURITY: a redirect is never followed: the token in the header would go wherever it points.
  if (status >= 300 && status < 400) return err({ code: 'network.intercepted' });
  const serverDateMs = readDate(headers.get('date'));
  // A media server's clock is whatever its owner has set; plex.tv's is the one that everybody is measured by.
  if (serverDateMs !== null && isPlexTv(deps.endpoints, request.url)) {
    deps.onServerDate(serverDateMs, deps.clock.monotonicMs() - askedMs);
  }
  const contentType = headers.get('content-type') ?? '';
  const text = new TextDecoder().decode(bytes);
  const details = readDetails({ status, contentType, text }, request);
  if (details !== null) deps.onRefusal({ status, details });
  const askedSeconds = retryAfterSeconds(
    headers.get('retry-after'),
    serverDateMs ?? deps.clock.now(),
  );
  // SECURITY: an address that has not proved who it is may be anybody's: its 429 must not keep Usher from the server.
  const isProved = request.token !== undefined || isPlexTv(deps.endpoints, request.url);
  const ownSeconds = isProved ? deps.gate.note(request.url, status, askedSeconds) : null;
  return ok({
    status,
    contentType,
    text,
    details,
    serverDateMs,
    retryAfterSeconds: ownSeconds ?? askedSeconds,
    isFoundByName,
  });
};

const toExchange = (deps: PlexDeps, request: PlexRequest): ExchangeRequest => {
  const { token, product } = request;
  const client = product === undefined ? deps.client : { ...deps.client, product };
  const isNameless = token !== undefined && deps.foreignTokens.has(token);
  const identity = identityParts(isNameless ? null : client, deps.clientIdentifier);
  const url = new URL(request.url);
  for (const [name, value] of [...Object.entries(request.query ?? {}), ...identity.query]) {
    url.searchParams.set(name, value);
  }
  return {
    url: url.href,
    method: request.method,
    headers: {
      ...identity.headers,
      Accept: 'application/json',
      // SECURITY: in a header only; an address ends up in logs and histories.
      ...(request.token === undefined ? {} : { 'X-Plex-Token': request.token }),
      ...(request.form === undefined
        ? {}
        : { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    body: request.form === undefined ? null : new URLSearchParams(request.form).toString(),
    limitMs: request.limitMs ?? usualLimitMs,
    limitBytes: request.limitBytes ?? usualLimitBytes,
    signal: request.signal,
  };
};

const readDate = (header: string | null): number | null => {
  const dateMs = Date.parse(header ?? '');
  return Number.isNaN(dateMs) ? null : dateMs;
};
