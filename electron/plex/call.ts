import { err, ok, type Result } from '../../shared/result.ts';
import type { ClientIdentity, PlexEndpoints } from '../ports.ts';
import { isTokenText } from '../token-text.ts';
import type { ForeignTokens } from './foreign-tokens.ts';
import { decodeBody } from './http/decode-body.ts';
import { exchange } from './http/exchange.ts';
import { isPlexTv, type HostGate } from './http/host-gate.ts';
import type { ExchangeDeps, ExchangeRequest } from './http/open-response.ts';
import { decodePlexError, readErrors, type CallKind, type PlexReply } from './plex-error.ts';
import { createScrubber } from './secrets/scrubber.ts';
import { isSecretField } from './secrets/secret-fields.ts';

const defaultLimitMs = 15_000;
const defaultLimitBytes = 8 * 1024 * 1024;

export interface PlexRequest {
  readonly method: ExchangeRequest['method'];
  readonly url: string;
  /** As in `ExchangeRequest`. */
  readonly certificate?: string | undefined;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** `X-Plex-Product` to send instead of Usher's own: one call may be accepted only from Plex's own product. */
  readonly product?: string;
  readonly signal?: AbortSignal | undefined;
  /** For the whole exchange; 15 seconds by default. */
  readonly limitMs?: number;
  /** Of the body, decompressed; 8 MB by default. */
  readonly limitBytes?: number;
}

/**
 * Sends one request to plex.tv or a media server and returns the reply, whatever its status except a redirect. Never rejects.
 *
 * Errors: `network.offline`, `network.timeout`, `network.untrusted`, `network.otherCertificate` (than the pinned one),
 * `network.intercepted` (a redirect), `plex.tooLarge`, `plex.malformed` (not HTTP, or a token no header can hold),
 * `plex.rateLimited` (nothing is sent while the host gate is closed), and the error the signal was aborted with.
 */
export const plexRequest = async (
  deps: PlexDeps,
  request: PlexRequest,
): Promise<Result<PlexReply>> => {
  // With a token that no header can hold, fetch would throw, with the token in its message.
  if (request.token !== undefined && !isTokenText(request.token)) {
    return err({ code: 'plex.malformed' });
  }
  const waitSeconds = deps.gate.waitSeconds(request.url);
  if (waitSeconds !== null) {
    return err({ code: 'plex.rateLimited', retryAfterSeconds: waitSeconds });
  }
  const sentMs = deps.clock.monotonicMs();
  const answer = await exchange(deps, toExchange(deps, request));
  if (!answer.ok) return answer;
  const { status, headers, bytes, isFoundByName } = answer.value;
  // SECURITY: a redirect is never followed: the token in the header would go wherever it points.
  if (status >= 300 && status < 400) return err({ code: 'network.intercepted' });
  const serverDateMs = readDate(headers.get('date'));
  // A media server's clock is whatever its owner has set; only plex.tv's is a reference.
  if (serverDateMs !== null && isPlexTv(deps.endpoints, request.url)) {
    deps.onServerDate(serverDateMs, deps.clock.monotonicMs() - sentMs);
  }
  const contentType = headers.get('content-type') ?? '';
  const text = new TextDecoder().decode(bytes);
  const details = readDetails({ status, contentType, text }, request);
  if (details !== null) deps.onRefusal({ status, details });
  const requestedSeconds = retryAfterSeconds(
    headers.get('retry-after'),
    serverDateMs ?? deps.clock.now(),
  );
  // SECURITY: an address whose identity is not proved may be anyone's: its 429 must not keep Usher from the server.
  const isProved = request.token !== undefined || isPlexTv(deps.endpoints, request.url);
  const waitedSeconds = isProved ? deps.gate.note(request.url, status, requestedSeconds) : null;
  return ok({
    status,
    contentType,
    text,
    details,
    serverDateMs,
    retryAfterSeconds: waitedSeconds ?? requestedSeconds,
    isFoundByName,
  });
};

const toExchange = (deps: PlexDeps, request: PlexRequest): ExchangeRequest => {
  const { token, product } = request;
  const client = product === undefined ? deps.client : { ...deps.client, product };
  const isAnonymous = token !== undefined && deps.foreignTokens.has(token);
  const identity = identityParts(isAnonymous ? null : client, deps.clientIdentifier);
  const url = new URL(request.url);
  for (const [name, value] of [...Object.entries(request.query ?? {}), ...identity.query]) {
    url.searchParams.set(name, value);
  }
  return {
    url: url.href,
    certificate: request.certificate,
    method: request.method,
    headers: {
      ...identity.headers,
      Accept: 'application/json',
      // SECURITY: only in a header; URLs end up in logs and histories.
      ...(request.token === undefined ? {} : { 'X-Plex-Token': request.token }),
      ...(request.form === undefined
        ? {}
        : { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    body: request.form === undefined ? null : new URLSearchParams(request.form).toString(),
    limitMs: request.limitMs ?? defaultLimitMs,
    limitBytes: request.limitBytes ?? defaultLimitBytes,
    signal: request.signal,
  };
};

const readDate = (header: string | null): number | null => {
  const dateMs = Date.parse(header ?? '');
  return Number.isNaN(dateMs) ? null : dateMs;
};

/** What every call needs from outside. */
export interface PlexDeps extends ExchangeDeps {
  readonly client: ClientIdentity;
  /** `X-Plex-Client-Identifier`: one per installation, on every request. */
  readonly clientIdentifier: string;
  readonly endpoints: PlexEndpoints;
  /** Every request passes it. */
  readonly gate: HostGate;
  /** Called with the response's own words when its status is 400 or above. */
  readonly onRefusal: (answer: { readonly status: number; readonly details: string }) => void;
  /** With one of these tokens, no product or device name is sent. */
  readonly foreignTokens: ForeignTokens;
  /** Called with the `Date` of each response of plex.tv, and how long the response took. */
  readonly onServerDate: (serverDateMs: number, roundTripMs: number) => void;
}

// Long enough for any computer's name, short enough for any server's header limit.
const maxValueLength = 128;

export interface IdentityParts {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/**
 * The `X-Plex-*` identity that Plex wants on every request (https://developer.plex.tv/pms/, "Headers"); without a client,
 * the client identifier alone.
 *
 * A value with non-ASCII characters goes into the query, where Plex accepts the same names: a header holds bytes, and
 * Node and Electron encode letters differently.
 */
export const identityParts = (
  client: ClientIdentity | null,
  clientIdentifier: string,
): IdentityParts => {
  const names = client === null ? {} : namesOf(client);
  const values = Object.entries({ 'X-Plex-Client-Identifier': clientIdentifier, ...names })
    .map(([name, value]) => [name, clean(value)] as const)
    .filter(([, value]) => value !== '');
  return {
    headers: Object.fromEntries(values.filter(([, value]) => isAscii(value))),
    query: values.filter(([, value]) => !isAscii(value)),
  };
};

const namesOf = (client: ClientIdentity) => ({
  'X-Plex-Product': client.product,
  'X-Plex-Version': client.version,
  'X-Plex-Platform': client.platform,
  'X-Plex-Platform-Version': client.platformVersion,
  'X-Plex-Device': client.device,
  'X-Plex-Device-Name': client.deviceName,
});

// SECURITY: a line break in a computer's name must not start a header of its own.
const clean = (value: string): string =>
  value
    .slice(0, maxValueLength)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .trim();

const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value);

// Plex documents no maximum; a wait longer than a day is the sender's mistake.
const maxRetryAfterSeconds = 86_400;

/**
 * Seconds to wait according to a `Retry-After` header, which is a number of seconds or a date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). Null without a valid one; a day at most.
 */
export const retryAfterSeconds = (header: string | null, nowMs: number): number | null => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), maxRetryAfterSeconds);
  const dateMs = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(dateMs)) return null;
  return Math.min(Math.max(Math.ceil((dateMs - nowMs) / 1000), 0), maxRetryAfterSeconds);
};

/** Any 2xx: Plex documents 201 and 204 where 200 has been seen, and vice versa. */
export const isSuccess = ({ status }: Pick<PlexReply, 'status'>): boolean =>
  status >= 200 && status < 300;

/** A request to plex.tv, and its kind, which decides what an error response means. */
export interface PlexTvCall extends PlexRequest {
  readonly kind: CallKind;
}

/**
 * A call to plex.tv that returns data. `read` gets the decoded body (JSON, or XML in the shape of JSON) and returns null if it
 * isn't the expected document.
 *
 * Errors: those of `plexRequest`, those of `decodePlexError` for an error status, `plex.malformed` when `read` returns null,
 * and `network.intercepted` for an HTML page, which plex.tv doesn't send.
 */
export const callPlexTv = async <Answer>(
  deps: PlexDeps,
  { kind, ...request }: PlexTvCall,
  read: (body: unknown, reply: PlexReply) => Answer | null,
): Promise<Result<Answer>> => {
  const answer = await plexRequest(deps, request);
  if (!answer.ok) return answer;
  const reply = answer.value;
  if (!isSuccess(reply)) return err(decodePlexError(reply, kind));
  const body = decodeBody(reply.contentType, reply.text);
  if (body.kind === 'html') return err({ code: 'network.intercepted' });
  const value = body.kind === 'data' ? read(body.value, reply) : null;
  return value === null ? err({ code: 'plex.malformed' }) : ok(value);
};

/**
 * A call to plex.tv that returns no data. Errors as `callPlexTv`.
 * SECURITY: a captive portal's page with status 200 doesn't prove that anything was done (`network.intercepted`).
 */
export const commandPlexTv = async (
  deps: PlexDeps,
  { kind, ...request }: PlexTvCall,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, request);
  if (!answer.ok) return answer;
  const reply = answer.value;
  if (!isSuccess(reply)) return err(decodePlexError(reply, kind));
  const isPage = decodeBody(reply.contentType, reply.text).kind === 'html';
  return isPage ? err({ code: 'network.intercepted' }) : ok(null);
};

/** An error message is a sentence or a title; longer text is a web page. */
const maxDetailsLength = 300;
const maxTextLength = 65_536;

/**
 * What a response with status 400 or above says in its own words: the messages and codes of an error body, or the text of
 * a page. One line of at most 300 characters, without secrets; null when it says nothing.
 *
 * SECURITY: a hostile server may echo what it was sent, in any encoding: the request's secrets are removed by value,
 * before anything is cut.
 */
const readDetails = (
  { status, contentType, text }: Pick<PlexReply, 'status' | 'contentType' | 'text'>,
  request: Pick<PlexRequest, 'token' | 'form' | 'query'>,
): string | null => {
  if (status < 400 || text.length > maxTextLength) return null;
  const words = createScrubber(secretsOf(request))(wordsOf(contentType, text))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\s]+/gu, ' ')
    .trim();
  if (words === '') return null;
  return words.length > maxDetailsLength
    ? `${words.slice(0, maxDetailsLength - 1).trimEnd()}…`
    : words;
};

const secretsOf = ({ token, form, query }: Pick<PlexRequest, 'token' | 'form' | 'query'>) => [
  ...(token === undefined ? [] : [token]),
  ...Object.entries({ ...query, ...form }).flatMap(([name, value]) =>
    isSecretField(name) ? [value] : [],
  ),
];

const wordsOf = (contentType: string, text: string): string => {
  const body = decodeBody(contentType, text);
  if (body.kind === 'html') return pageText(text);
  if (body.kind === 'malformed') return contentType.includes('text/plain') ? text : '';
  if (body.kind === 'empty') return '';
  return readErrors(body.value)
    .map(({ code, message, status }) => {
      const facts = [
        ...(code === null ? [] : [`code ${code}`]),
        ...(status === null ? [] : [`status ${status}`]),
      ].join(', ');
      return message === '' ? facts : facts === '' ? message : `${message} (${facts})`;
    })
    .join('; ');
};

/** The visible text of a page: its title, then its text unless that includes the title. */
const pageText = (html: string): string => {
  const plain = (markup: string): string =>
    markup
      .replaceAll(/<(script|style)\b[^>]{0,1000}>[^]*?<\/\1\s*>/gi, ' ')
      .replaceAll(/<[^<>]{0,2000}>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const title = plain(/<title\b[^>]{0,200}>([^<]{0,1000})/i.exec(html)?.[1] ?? '');
  const text = plain(html.replace(/<title\b[^]*?<\/title\s*>/i, ' '));
  return text.toLowerCase().includes(title.toLowerCase()) ? text : `${title}: ${text}`;
};
