import type { AppError } from '../../shared/errors.ts';
import { isOlderVersion } from '../../shared/model/server.ts';
import {
  sourceNeedsVersion,
  type SourceConnection,
  type SourceDevice,
} from '../../shared/model/source.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isTokenText, maskToken, tokenKind } from '../token-text.ts';
import { isSuccess, plexRequest, type PlexDeps } from './call.ts';
import { decodeBody } from './http/decode-body.ts';
import { readErrors, withDetails, type PlexReply } from './plex-error.ts';
import { readField, readList, readText } from './wire/loose.ts';
import { readConnection, type Route } from './wire/resources.ts';

/**
 * `GET /` of a media server: 200 with a token that it takes, 401 with one that it does not
 * (https://developer.plex.tv/pms/, "General"). `/identity` answers anybody and so proves nothing.
 */
export const proveServerToken = async (
  deps: PlexDeps,
  route: Route,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${route.uri}/`,
    token,
    signal,
    limitBytes: serverLimitBytes,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(proofRefusal(answer.value));
  // A page with status 200 is some portal's or proxy's, and no word of the server.
  const data = serverData(answer.value);
  return data.ok ? ok(null) : data;
};

/**
 * Only 401, 498 and 422 "Invalid token" are a clear no to the token. A 403 is not: servers give it also to a good token
 * without the right to something, and to an address that they do not let in.
 */
const proofRefusal = (reply: PlexReply): AppError => {
  const { status } = reply;
  const isNo = status === 401 || status === 498 || (status === 422 && hasInvalidToken(reply));
  return isNo ? withDetails({ code: 'server.rejected' }, reply) : serverRefusal(reply);
};

const hasInvalidToken = ({ contentType, text }: PlexReply): boolean => {
  const body = decodeBody(contentType, text);
  const errors = body.kind === 'data' ? readErrors(body.value) : [];
  return errors.some(({ message }) => /invalid\s+token/i.test(message));
};

/** `openToAll`: the server answers without a token as well, so that its yes says nothing of this one. */
export type TokenReception = 'taken' | 'openToAll';

/**
 * Whether a media server takes a token of which nothing is known. A server that nobody has claimed wants none, nor does
 * one that lets this network in without, so a yes is tried without the token too.
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
    url: `${route.uri}/`,
    signal,
    limitBytes: serverLimitBytes,
  });
  if (!without.ok) return without;
  if (isSuccess(without.value)) return ok('openToAll');
  const { status } = without.value;
  // Only these say that it wants a token; one that is busy or starting may let everybody in all the same.
  if (status === 401 || status === 403) return ok('taken');
  return err(serverRefusal(without.value));
};

// What a server that knows the call as GET alone may answer to POST; nearly every client asks by GET.
const asksForGet: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 501]);
const mintRefusals: ReadonlySet<number> = new Set([401, 403, 404, 405, 498, 501]);

/**
 * `/security/token?type=delegation&scope=all` of a media server (https://developer.plex.tv/pms/): POST is preferred
 * there, older servers and documents have GET. The answer may come as XML whatever was asked for, and errors as HTML.
 * A 403 also means that no transient token could be created, so a refusal is proved with `GET /`: `server.rejected` is
 * said of the access token only when it is refused there too, else it is `server.noTransientToken`.
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
      url: `${route.uri}/security/token`,
      query: { type: 'delegation', scope: 'all' },
      token: accessToken,
      signal,
      limitBytes: serverLimitBytes,
    });
  const first = await ask('POST');
  const answer = first.ok && asksForGet.has(first.value.status) ? await ask('GET') : first;
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

export interface SourceReply {
  /** Fit to be shown: tokens are masked. */
  readonly devices: readonly SourceDevice[];
  /** The first device's transient token. */
  readonly token: string | null;
}

/**
 * `GET /security/resources` of a media server (https://developer.plex.tv/pms/): how to reach a source, and a
 * transient token for it. For the server's owner only: `server.notOwner` where the token itself is taken by `GET /`.
 */
export const askSource = async (
  deps: PlexDeps,
  route: Route,
  accessToken: string,
  question: { readonly source: string; readonly refresh: boolean },
  signal?: AbortSignal,
): Promise<Result<SourceReply>> => {
  const { version } = route;
  if (version !== null && isOlderVersion(version, sourceNeedsVersion) === true) {
    return err({ code: 'server.tooOld', version, neededVersion: sourceNeedsVersion });
  }
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${route.uri}/security/resources`,
    query: { source: question.source, ...(question.refresh ? { refresh: '1' } : {}) },
    token: accessToken,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) {
    if (!sourceRefusals.has(answer.value.status)) return err(sourceRefusal(answer.value));
    const proved = await proveServerToken(deps, route, accessToken, signal);
    return proved.ok ? err(withDetails({ code: 'server.notOwner' }, answer.value)) : proved;
  }
  const data = serverData(answer.value);
  if (!data.ok) return data;
  // One object in the documents, a list in XML and from some servers.
  const devices = readList(readField(data.value, 'Device')).map(readDevice);
  const [first] = devices;
  if (first === undefined) return err({ code: 'source.notFound' });
  return ok({ devices: devices.map(({ device }) => device), token: first.token });
};

/** Documents give 403 to all but the owner, older ones 401; a token that is no good gets the same. */
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

interface ReadDevice {
  readonly device: SourceDevice;
  readonly token: string | null;
}

const readDevice = (value: unknown): ReadDevice => {
  const text = readText(readField(value, 'accessToken'));
  const token = text !== null && isTokenText(text) ? text : null;
  return {
    device: {
      name: readText(readField(value, 'name')),
      clientIdentifier: readText(readField(value, 'clientIdentifier')),
      token: token === null ? null : maskToken(token),
      connections: readList(readField(value, 'Connection'))
        .map(readSourceConnection)
        .filter((connection) => connection !== null),
    },
    token,
  };
};

const readSourceConnection = (value: unknown): SourceConnection | null => {
  const connection = readConnection(value);
  if (connection === null) return null;
  const { uri, address, port, kind, isSecure } = connection;
  const protocol = readText(readField(value, 'protocol')) ?? (isSecure ? 'https' : 'http');
  return { uri, protocol, address, port, kind };
};

/** What a media server answered: the inside of its `MediaContainer` (https://developer.plex.tv/pms/, "Responses"). */
const serverData = (reply: PlexReply): Result<object> => {
  const body = decodeBody(reply.contentType, reply.text);
  if (body.kind === 'html') return err({ code: 'network.intercepted' });
  const container = body.kind === 'data' ? readField(body.value, 'MediaContainer') : undefined;
  return typeof container === 'object' && container !== null && !Array.isArray(container)
    ? ok(container)
    : err({ code: 'plex.malformed' });
};

/**
 * What a media server's word on a token takes at most.
 * SECURITY: it may be a friend's. Reading the XML of an answer as long as plex.tv's may be would stop Usher for ten seconds.
 */
const serverLimitBytes = 256 * 1024;

/** A server's no that says nothing of the token: it wants to be left alone, or refuses for reasons of its own. */
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
