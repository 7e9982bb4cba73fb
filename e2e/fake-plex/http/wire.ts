import type { ServerResponse } from 'node:http';

/** One HTTP request, read to its end. */
export interface WireRequest {
  readonly method: string;
  /** The path as sent, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The fields of a form body; null when the body is not a form. */
  readonly form: URLSearchParams | null;
  /** The value of a JSON body; undefined when the body is not JSON. */
  readonly json: Json | undefined;
  readonly remoteAddress: string;
  /** The values of the `{name}` parts of the route that matched. */
  readonly params: Readonly<Record<string, string>>;
}

/** One HTTP answer, not yet sent. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * One `X-Plex-…` value. Plex takes each of them as a header or as a query parameter of the same name
 * (https://developer.plex.tv/pms/, "Headers"); python-plexauth sends them as form fields, which works too.
 */
export function plexValue(request: WireRequest, name: string): string | undefined {
  const header = request.headers[name.toLowerCase()];
  const value = header ?? request.query.get(name) ?? request.form?.get(name) ?? undefined;
  return value === undefined || value === '' ? undefined : value;
}

/**
 * Whether the caller asked for JSON. Plex answers XML unless JSON is named in `Accept`
 * (https://developer.plex.tv/pms/, "Content Types").
 */
export function wantsJson(request: WireRequest): boolean {
  return /\bapplication\/(?:[\w.-]+\+)?json\b/i.test(request.headers['accept'] ?? '');
}

/** Any value JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object; keys whose value is `undefined` are left out when it is written. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Reads JSON text; undefined when it is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Sends an answer whole. The `Date` header tells the fake's own time, so that a clock moved by a test shows. */
export function sendAnswer(response: ServerResponse, answer: WireAnswer, now: number): void {
  const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body, 'utf8');
  const length: Record<string, string> =
    answer.status === 204 ? {} : { 'Content-Length': String(body.length) };
  response.writeHead(answer.status, {
    Date: new Date(now).toUTCString(),
    ...answer.headers,
    ...length,
  });
  response.end(answer.status === 204 ? undefined : body);
}
