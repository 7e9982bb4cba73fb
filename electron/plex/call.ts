import { err, ok, type Result } from '../../shared/result.ts';
import type { ClientIdentity, PlexEndpoints } from '../ports.ts';
import { isTokenText } from '../token-text.ts';
import type { ForeignTokens } from './foreign-tokens.ts';
import { decodeBody } from './http/decode-body.ts';
import { exchange } from './http/exchange.ts';
import { isPlexTv, type HostGate } from './http/host-gate.ts';
import type { ExchangeDeps, ExchangeRequest } from './http/open-response.ts';
import { decodePlexError, readErrors, type Asked, type PlexReply } from './plex-error.ts';
import { createScrubber } from './secrets/scrubber.ts';
import { isSecretField } from './secrets/secret-fields.ts';

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

/** What every operation needs from outside. */
export interface PlexDeps extends ExchangeDeps {
  readonly client: ClientIdentity;
  /** One for this installation, on every request. */
  readonly clientIdentifier: string;
  readonly endpoints: PlexEndpoints;
  /** Every question passes it. */
  readonly gate: HostGate;
  /** Told what an answer that is no success says in its own words. */
  readonly onRefusal: (answer: { readonly status: number; readonly details: string }) => void;
  /** Who asks with one of these is not named. */
  readonly foreignTokens: ForeignTokens;
  /** Told the time that plex.tv gives with each answer, and how long the answer took. */
  readonly onServerDate: (serverDateMs: number, roundTripMs: number) => void;
}

// Long enough for any name a person gives a computer, short enough for any server's header limit.
const longestValue = 128;

export interface IdentityParts {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/**
 * Who is asking, as Plex wants it on every request (https://developer.plex.tv/pms/, "Headers"). Without a client it is
 * the identifier alone.
 *
 * A value with characters beyond ASCII goes into the query instead, where Plex takes the same names: a header holds
 * bytes only, and Node and Electron turn letters into different ones.
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
    .slice(0, longestValue)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .trim();

const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value);

// Plex gives no numbers; a wait longer than a day is a mistake of whoever sent it.
const longestSeconds = 86_400;

/**
 * How long the answerer wants us to wait: a number of seconds or a date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). Null when it does not say.
 */
export const retryAfterSeconds = (header: string | null, nowMs: number): number | null => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), longestSeconds);
  const dateMs = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(dateMs)) return null;
  return Math.min(Math.max(Math.ceil((dateMs - nowMs) / 1000), 0), longestSeconds);
};

/** Plex documents 201 and 204 where 200 has been seen, and the other way round. */
export const isSuccess = ({ status }: Pick<PlexReply, 'status'>): boolean =>
  status >= 200 && status < 300;

/** A question to plex.tv, and what kind it is, which tells what a refusal of it means. */
export interface PlexTvCall extends PlexRequest {
  readonly asked: Asked;
}

/**
 * A call of plex.tv that answers data. `read` gets the decoded body, and answers null for what is not what Plex documents
 * (`plex.malformed`). A page where data was due was not sent by Plex (`network.intercepted`).
 */
export const callPlexTv = async <Answer>(
  deps: PlexDeps,
  { asked, ...request }: PlexTvCall,
  read: (body: unknown, reply: PlexReply) => Answer | null,
): Promise<Result<Answer>> => {
  const answer = await plexRequest(deps, request);
  if (!answer.ok) return answer;
  const reply = answer.value;
  if (!isSuccess(reply)) return err(decodePlexError(reply, asked));
  const body = decodeBody(reply.contentType, reply.text);
  if (body.kind === 'html') return err({ code: 'network.intercepted' });
  const value = body.kind === 'data' ? read(body.value, reply) : null;
  return value === null ? err({ code: 'plex.malformed' }) : ok(value);
};

/** A call of plex.tv of which only the success counts. SECURITY: a portal's page is no proof that anything was done. */
export const tellPlexTv = async (
  deps: PlexDeps,
  { asked, ...request }: PlexTvCall,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, request);
  if (!answer.ok) return answer;
  const reply = answer.value;
  if (!isSuccess(reply)) return err(decodePlexError(reply, asked));
  const isPage = decodeBody(reply.contentType, reply.text).kind === 'html';
  return isPage ? err({ code: 'network.intercepted' }) : ok(null);
};

/** An error in the answerer's own words is a sentence or a title; longer text is somebody's page. */
const longestDetails = 300;
const longestText = 65_536;

/**
 * What an answer that is no success says in its own words: the messages and statuses of a body of errors, the text of a
 * page. Null when it says nothing. One line, short, and without any secret.
 *
 * SECURITY: a hostile server may send back what it was sent, in any spelling: the secrets of the request are taken out by
 * their values, before anything is cut.
 */
const readDetails = (
  { status, contentType, text }: Pick<PlexReply, 'status' | 'contentType' | 'text'>,
  request: Pick<PlexRequest, 'token' | 'form' | 'query'>,
): string | null => {
  if (status < 400 || text.length > longestText) return null;
  const said = createScrubber(secretsOf(request))(wordsOf(contentType, text))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\s]+/gu, ' ')
    .trim();
  if (said === '') return null;
  return said.length > longestDetails ? `${said.slice(0, longestDetails - 1).trimEnd()}…` : said;
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

/** What a person would read on a page: its title, then its text where that says something else. */
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
