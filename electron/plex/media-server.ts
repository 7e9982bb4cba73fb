import type { AppError } from '../../shared/errors.ts';
import { isOlderVersion } from '../../shared/model/server.ts';
import { sourceNeedsVersion } from '../../shared/model/source.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isTokenText, tokenKind } from '../token-text.ts';
import { isSuccess, plexRequest, type PlexDeps } from './call.ts';
import { decodeBody } from './http/decode-body.ts';
import { readErrors, withDetails, type PlexReply } from './plex-error.ts';
import { readField } from './wire/loose.ts';
import type { Route } from './wire/resources.ts';
import { readSourceDevices, type FoundSourceDevice } from './wire/source-devices.ts';

/**
 * `GET /` of a media server: returns null if the server accepts the token (200). Source: https://developer.plex.tv/pms/,
 * "General"; `/identity` needs no token and so proves nothing.
 *
 * Errors besides `plexRequest`'s: `server.rejected` (401, 498, 422 "Invalid token"), `server.refused` (any other status; proves
 * nothing about the token), `plex.rateLimited` (429), `network.intercepted` (an HTML page with 200), `plex.malformed`.
 */
export const proveServerToken = async (
  deps: PlexDeps,
  route: Route,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    ...at(route, '/'),
    token,
    signal,
    limitBytes: serverLimitBytes,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(proofRefusal(answer.value));
  // A page with status 200 comes from a captive portal or a proxy, not from the server.
  const data = serverData(answer.value);
  return data.ok ? ok(null) : data;
};

/**
 * Only 401, 498, and 422 "Invalid token" clearly reject the token. A 403 doesn't: servers also send it for a valid token
 * without some permission, and to a network they don't admit.
 */
const proofRefusal = (reply: PlexReply): AppError => {
  const { status } = reply;
  const isRejected = status === 401 || status === 498 || (status === 422 && hasInvalidToken(reply));
  return isRejected ? withDetails({ code: 'server.rejected' }, reply) : serverRefusal(reply);
};

const hasInvalidToken = ({ contentType, text }: PlexReply): boolean => {
  const body = decodeBody(contentType, text);
  const errors = body.kind === 'data' ? readErrors(body.value) : [];
  return errors.some(({ message }) => /invalid\s+token/i.test(message));
};

/** `openToAll`: the server also answers without a token, so its success proves nothing about this one. */
export type TokenReception = 'taken' | 'openToAll';

/**
 * Whether a media server accepts an unknown token: `GET /` with it, then without it, because an unclaimed server, or one that
 * admits this network without a token, accepts anything. Errors and source as `proveServerToken`.
 */
export const checkServerToken = async (
  deps: PlexDeps,
  route: Route,
  token: string,
  signal?: AbortSignal,
): Promise<Result<TokenReception>> => {
  const proved = await proveServerToken(deps, route, token, signal);
  if (!proved.ok) return proved;
  const without = await plexRequest(deps, {
    method: 'GET',
    ...at(route, '/'),
    signal,
    limitBytes: serverLimitBytes,
  });
  if (!without.ok) return without;
  if (isSuccess(without.value)) return ok('openToAll');
  const { status } = without.value;
  // Only these mean that it requires a token; a server that is busy or starting may still admit everyone.
  if (status === 401 || status === 403) return ok('taken');
  return err(serverRefusal(without.value));
};

/** A path of the server, at an address that has just proved to be it. */
const at = ({ uri, certificate }: Route, path: string) => ({ url: `${uri}${path}`, certificate });

// Statuses a server may send to POST if it knows the call only as GET, which nearly every client uses.
const retriedWithGet: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 501]);
const mintRefusals: ReadonlySet<number> = new Set([401, 403, 404, 405, 498, 501]);

/**
 * `POST /security/token?type=delegation&scope=all` of a media server, then `GET` if that is refused: returns a transient token,
 * valid for 48 hours or until the server restarts. May come as XML whatever was requested; errors come as HTML.
 *
 * A 403 also means that no transient token could be created, so a refusal is checked with `GET /`. Errors: those of
 * `proveServerToken`, and `server.noTransientToken` when the access token itself is accepted. Source:
 * https://developer.plex.tv/pms/, `/security/token`, which prefers POST; older documents and servers have GET.
 */
export const mintTransientToken = async (
  deps: PlexDeps,
  route: Route,
  accessToken: string,
  signal?: AbortSignal,
): Promise<Result<string>> => {
  const ask = (method: 'GET' | 'POST') =>
    plexRequest(deps, {
      method,
      ...at(route, '/security/token'),
      query: { type: 'delegation', scope: 'all' },
      token: accessToken,
      signal,
      limitBytes: serverLimitBytes,
    });
  const first = await ask('POST');
  const answer = first.ok && retriedWithGet.has(first.value.status) ? await ask('GET') : first;
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) {
    if (!mintRefusals.has(answer.value.status)) return err(serverRefusal(answer.value));
    const proved = await proveServerToken(deps, route, accessToken, signal);
    return proved.ok ? err(withDetails({ code: 'server.noTransientToken' }, answer.value)) : proved;
  }
  const data = serverData(answer.value);
  if (!data.ok) return data;
  const token = readField(data.value, 'token');
  return typeof token === 'string' && isTokenText(token) && tokenKind(token) === 'transient'
    ? ok(token)
    : err({ code: 'plex.malformed' });
};

/**
 * `GET /security/resources?source=…[&refresh=1]` of a media server: returns the devices behind a `server://` or `provider://`
 * source, each with its connections and a transient token for it. Only for the server's owner, with the access token or a
 * transient token made from it.
 *
 * Errors besides `proveServerToken`'s: `server.tooOld` (before 1.15.4; nothing is sent), `server.notOwner` (refused, although
 * `GET /` accepts the token), `source.malformed` (400), `source.notFound` (404, or no device). Source:
 * https://developer.plex.tv/pms/, `/security/resources`.
 */
export const askSource = async (
  deps: PlexDeps,
  route: Route,
  token: string,
  question: { readonly source: string; readonly refresh: boolean },
  signal?: AbortSignal,
): Promise<Result<readonly FoundSourceDevice[]>> => {
  const { version } = route;
  if (version !== null && isOlderVersion(version, sourceNeedsVersion) === true) {
    return err({ code: 'server.tooOld', version, neededVersion: sourceNeedsVersion });
  }
  const answer = await plexRequest(deps, {
    method: 'GET',
    ...at(route, '/security/resources'),
    query: { source: question.source, ...(question.refresh ? { refresh: '1' } : {}) },
    token,
    signal,
    limitBytes: serverLimitBytes,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) {
    if (!sourceRefusals.has(answer.value.status)) return err(sourceRefusal(answer.value));
    const proved = await proveServerToken(deps, route, token, signal);
    return proved.ok ? err(withDetails({ code: 'server.notOwner' }, answer.value)) : proved;
  }
  const data = serverData(answer.value);
  if (!data.ok) return data;
  const devices = readSourceDevices(data.value);
  return devices.length === 0 ? err({ code: 'source.notFound' }) : ok(devices);
};

/** Sent to everyone but the owner (403; 401 in older documents), and for an invalid token alike. */
const sourceRefusals: ReadonlySet<number> = new Set([401, 403, 498]);

const sourceRefusal = (reply: PlexReply): AppError => {
  switch (reply.status) {
    case 400:
      return withDetails({ code: 'source.malformed' }, reply);
    case 404:
      return withDetails({ code: 'source.notFound' }, reply);
    default:
      return serverRefusal(reply);
  }
};

/** The content of a response's `MediaContainer` (https://developer.plex.tv/pms/, "Responses"). */
const serverData = (reply: PlexReply): Result<object> => {
  const body = decodeBody(reply.contentType, reply.text);
  if (body.kind === 'html') return err({ code: 'network.intercepted' });
  const container = body.kind === 'data' ? readField(body.value, 'MediaContainer') : undefined;
  return typeof container === 'object' && container !== null && !Array.isArray(container)
    ? ok(container)
    : err({ code: 'plex.malformed' });
};

/**
 * The longest response to a request about a token.
 * SECURITY: the server may be someone else's, and parsing 8 MB of XML would block Usher for ten seconds.
 */
const serverLimitBytes = 256 * 1024;

/** A refusal that proves nothing about the token: too many requests, or any other reason. */
const serverRefusal = (
  reply: Pick<PlexReply, 'status' | 'retryAfterSeconds' | 'details'>,
): AppError => {
  const { status, retryAfterSeconds } = reply;
  const error: AppError =
    status === 429
      ? { code: 'plex.rateLimited', retryAfterSeconds }
      : { code: 'server.refused', status };
  return withDetails(error, reply);
};
