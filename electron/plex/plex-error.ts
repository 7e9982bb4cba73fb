import type { AppError } from '../../shared/errors.ts';
import { decodeBody } from './http/decode-body.ts';
import { readField } from './wire/loose.ts';

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

/** What was asked, since the same answer means something else to each: 1001 to a sign-in is a wrong password. */
export type Asked = 'signIn' | 'newPin' | 'pin' | 'token' | 'link' | 'switch' | 'switchWithPin';

/**
 * What plex.tv means by an answer that is no success. Codes and statuses: https://plex.tv/api/v2, and
 * https://developer.plex.tv/pms/ ("Authenticating with Plex") for 401, 422, 429 and 498.
 */
export const decodePlexError = (reply: PlexReply, asked: Asked): AppError =>
  withDetails(decode(reply, asked), reply);

const decode = (reply: PlexReply, asked: Asked): AppError => {
  const { status } = reply;
  const body = decodeBody(reply.contentType, reply.text);
  const errors = body.kind === 'data' ? readErrors(body.value) : [];
  const codes = errors.flatMap(({ code }) => (code === null ? [] : [code]));
  if (status === 429 || codes.includes(1003)) {
    return { code: 'plex.rateLimited', retryAfterSeconds: reply.retryAfterSeconds };
  }
  // 407 and 511 are a proxy's and a portal's own (https://www.rfc-editor.org/rfc/rfc6585#section-6).
  if (status === 407 || status === 511) return { code: 'network.intercepted' };
  if (status >= 500) return { code: 'plex.unavailable', status };
  // A password may meet a challenge that only a browser can pass; a portal has no certificate of plex.tv to answer with.
  if (body.kind === 'html' && asked === 'signIn' && (status === 401 || status === 403)) {
    return { code: 'plex.browserRequired' };
  }
  // The API answers data; a page, be it a 200 or a 401, was put there by a portal, a proxy or a filter.
  if (body.kind === 'html') return { code: 'network.intercepted' };
  return (
    meaning(status, codes, errors, asked) ?? {
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
  asked: Asked,
): AppError | null => {
  if (codes.includes(1031)) return { code: 'plex.addressBlocked' };
  if (asked === 'signIn') return signInMeaning(status, codes);
  if (asked === 'pin' && (status === 404 || codes.includes(1020))) {
    return { code: 'plex.pinExpired' };
  }
  if (asked === 'newPin' || asked === 'pin') return null;
  if (isRejection(status, codes, errors)) return { code: 'token.rejected' };
  if (asked === 'link') return isUnknown(status, codes, 1020) ? { code: 'link.codeUnknown' } : null;
  return asked === 'token' ? null : switchMeaning(status, codes, asked);
};

/** A 404 without a code, or with the one that says so. Another code is about something else. */
const isUnknown = (status: number, codes: readonly number[], code: number): boolean =>
  codes.includes(code) || (status === 404 && codes.length === 0);

/**
 * A Home PIN that is missing and one that is wrong are the same 1041, or a bare 403
 * (https://github.com/arabcoders/watchstate/issues/542): what was sent tells which.
 */
const switchMeaning = (
  status: number,
  codes: readonly number[],
  asked: 'switch' | 'switchWithPin',
): AppError | null => {
  if (codes.includes(1041) || (status === 403 && codes.length === 0)) {
    return { code: asked === 'switchWithPin' ? 'plex.pinWrong' : 'plex.pinRequired' };
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

// Of the 401s on a token, those asking for something else than another token.
const otherReasons: ReadonlySet<number> = new Set([1000, 1028, 1029, 1030]);

/**
 * Only a clear no to the token itself: 401, 498 (a JWT that ran out), and the 422 "Invalid token" of a device that
 * was removed. Everything else says nothing about the token.
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

/** The error with the answerer's own words, where there are any. */
export const withDetails = (error: AppError, { details }: Pick<PlexReply, 'details'>): AppError =>
  details === null ? error : { ...error, details };

/** One error of an answer, whichever form it came in. */
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

// SECURITY: no form has more than a list and what it wraps, and a body of errors within errors would fill the stack.
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
