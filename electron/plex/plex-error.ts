import type { AppError } from '../../shared/errors.ts';
import { decodeBody } from './http/decode-body.ts';
import { readField } from './wire/loose.ts';

/** A response with any status except a redirect, not yet decoded. */
export interface PlexReply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** The `Date` header; null without one. */
  readonly serverDateMs: number | null;
  /** How long the host gate stays closed after this response; else what `Retry-After` says. */
  readonly retryAfterSeconds: number | null;
  /** The error in the response's own words, without secrets; null when it has none. */
  readonly details: string | null;
  /** DNS had no answer for the host, or none in time, and the address in its `plex.direct` name was used. */
  readonly isFoundByName: boolean;
}

/** The kind of call, because the same error means different things: 1001 for a sign-in is a wrong password. */
export type CallKind = 'signIn' | 'newPin' | 'pin' | 'token' | 'link' | 'switch' | 'switchWithPin';

/**
 * What an error response of plex.tv means. Whatever the call: `plex.rateLimited` (429, code 1003), `plex.unavailable` (5xx),
 * `plex.addressBlocked` (code 1031), `network.intercepted` (407, 511, or an HTML page), else `plex.refused`. By kind:
 *
 * - `token`, `link`, `switch`, `switchWithPin`: `token.rejected` (401, 498, 422 "Invalid token")
 * - `signIn`: `plex.badCredentials`, `plex.codeRequired`, `plex.codeWrong`, `plex.emailRequired`, `plex.browserRequired`
 * - `pin`: `plex.pinExpired`; `link`: `link.codeUnknown`
 * - `switch`: `plex.pinRequired`; `switchWithPin`: `plex.pinWrong`; both: `home.memberNotFound`
 *
 * Sources: the `errors` bodies of https://plex.tv/api/v2, and https://developer.plex.tv/pms/ ("Authenticating with Plex")
 * for 401, 422, 429, and 498.
 */
export const decodePlexError = (reply: PlexReply, kind: CallKind): AppError =>
  withDetails(decode(reply, kind), reply);

const decode = (reply: PlexReply, kind: CallKind): AppError => {
  const { status } = reply;
  const body = decodeBody(reply.contentType, reply.text);
  const errors = body.kind === 'data' ? readErrors(body.value) : [];
  const codes = errors.flatMap(({ code }) => (code === null ? [] : [code]));
  if (status === 429 || codes.includes(1003)) {
    return { code: 'plex.rateLimited', retryAfterSeconds: reply.retryAfterSeconds };
  }
  // 407 comes from a proxy, 511 from a captive portal (https://www.rfc-editor.org/rfc/rfc6585#section-6).
  if (status === 407 || status === 511) return { code: 'network.intercepted' };
  if (status >= 500) return { code: 'plex.unavailable', status };
  // A challenge that only a browser can pass; a captive portal has no certificate for plex.tv.
  if (body.kind === 'html' && kind === 'signIn' && (status === 401 || status === 403)) {
    return { code: 'plex.browserRequired' };
  }
  // The API returns data; a page, whatever its status, comes from a captive portal, a proxy, or a filter.
  if (body.kind === 'html') return { code: 'network.intercepted' };
  return (
    meaning(status, codes, errors, kind) ?? {
      code: 'plex.refused',
      status,
      plexCode: codes[0] ?? null,
    }
  );
};

const meaning = (
  status: number,
  codes: readonly number[],
  errors: readonly WireError[],
  kind: CallKind,
): AppError | null => {
  if (codes.includes(1031)) return { code: 'plex.addressBlocked' };
  if (kind === 'signIn') return signInMeaning(status, codes);
  if (kind === 'pin' && (status === 404 || codes.includes(1020))) {
    return { code: 'plex.pinExpired' };
  }
  if (kind === 'newPin' || kind === 'pin') return null;
  if (isRejection(status, codes, errors)) return { code: 'token.rejected' };
  if (kind === 'link') return isUnknown(status, codes, 1020) ? { code: 'link.codeUnknown' } : null;
  return kind === 'token' ? null : switchMeaning(status, codes, kind);
};

/** A 404 without a code, or with this code. Any other code is about something else. */
const isUnknown = (status: number, codes: readonly number[], code: number): boolean =>
  codes.includes(code) || (status === 404 && codes.length === 0);

/**
 * A missing and a wrong Home PIN are the same 1041, or a bare 403 (https://github.com/arabcoders/watchstate/issues/542):
 * whether a PIN was sent decides which.
 */
const switchMeaning = (
  status: number,
  codes: readonly number[],
  kind: 'switch' | 'switchWithPin',
): AppError | null => {
  if (codes.includes(1041) || (status === 403 && codes.length === 0)) {
    return { code: kind === 'switchWithPin' ? 'plex.pinWrong' : 'plex.pinRequired' };
  }
  return isUnknown(status, codes, 1002) ? { code: 'home.memberNotFound' } : null;
};

const signInMeaning = (status: number, codes: readonly number[]): AppError | null => {
  if (codes.includes(1028)) return { code: 'plex.codeWrong' };
  if (codes.includes(1029)) return { code: 'plex.codeRequired' };
  if (codes.includes(1030)) return { code: 'plex.emailRequired' };
  const isBare = status === 401 && codes.length === 0;
  return codes.includes(1001) || isBare ? { code: 'plex.badCredentials' } : null;
};

// Codes with which a 401 asks for something other than another token.
const otherReasons: ReadonlySet<number> = new Set([1000, 1028, 1029, 1030]);

/**
 * Only a clear rejection of the token itself: 401, 498 (an expired JWT), and the 422 "Invalid token" of a removed device
 * (https://github.com/pushingkarmaorg/python-plexapi/pull/1138). Anything else proves nothing about the token.
 */
const isRejection = (
  status: number,
  codes: readonly number[],
  errors: readonly WireError[],
): boolean => {
  if (status === 498) return true;
  if (status === 401) return !codes.some((code) => otherReasons.has(code));
  return status === 422 && errors.some(({ message }) => /invalid\s+token/i.test(message));
};

/** The error with the response's own words, if it has any. */
export const withDetails = (error: AppError, { details }: Pick<PlexReply, 'details'>): AppError =>
  details === null ? error : { ...error, details };

/** One error of a response, in whichever form it came. */
interface WireError {
  readonly code: number | null;
  readonly message: string;
  readonly status: number | null;
}

/**
 * The errors in a decoded body, in every form plex.tv has been seen to use (https://plex.tv/api/v2 and v1):
 * `{"errors":[{"code","message","status"}]}`, the same as XML, `<errors><error>text</error></errors>`,
 * `{"error":"text"}`. None for anything else.
 */
export const readErrors = (body: unknown): readonly WireError[] => errorsIn(body, 0);

// SECURITY: no form nests deeper, and a body of errors within errors would overflow the stack.
const deepest = 2;

const errorsIn = (body: unknown, depth: number): readonly WireError[] => {
  if (depth > deepest) return [];
  const errors = [readField(body, 'errors'), readField(body, 'error')].flat();
  return errors.flatMap((error: unknown) => {
    if (typeof error === 'string') return [{ code: null, message: error, status: null }];
    const inner = readField(error, 'error');
    if (inner !== undefined) return errorsIn(error, depth + 1);
    const code = Number(readField(error, 'code') ?? NaN);
    const status = Number(readField(error, 'status') ?? NaN);
    const message = readField(error, 'message') ?? readField(error, 'text');
    if (Number.isNaN(code) && typeof message !== 'string') return [];
    return [
      {
        code: Number.isInteger(code) ? code : null,
        message: typeof message === 'string' ? message : '',
        status: Number.isInteger(status) ? status : null,
      },
    ];
  });
};
