import type { AppError } from '../../../shared/errors.ts';

// A longer chain of causes is a loop.
const maxChainLength = 8;

export interface FailureTrace {
  readonly code: string;
  readonly message: string;
}

/** A failure, its causes, and the errors of an AggregateError. */
const failureTraces = (failure: unknown): readonly FailureTrace[] => {
  const traces: FailureTrace[] = [];
  const queue: unknown[] = [failure];
  while (queue.length > 0 && traces.length < maxChainLength) {
    const current = queue.shift();
    if (!(current instanceof Error)) continue;
    const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
    traces.push({ code, message: current.message });
    queue.push(current.cause);
    if (current instanceof AggregateError) queue.push(...(current.errors as unknown[]));
  }
  return traces;
};

const tlsCode =
  /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|EPROTO$|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|ERROR_IN_C|SELF_SIGNED_|DEPTH_ZERO_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$|PATH_LENGTH_EXCEEDED$)/;
const tlsMessage = /\bERR_(CERT|SSL|BAD_SSL|TLS)_|\bERR_ECH_/;
// The response wasn't HTTP. For some of these Node's fetch reports only a failed assertion.
const malformedCode = /^(NO_HTTP$|HPE_|ERR_ASSERTION$)/;
const malformedMessage =
  /\bERR_(INVALID_HTTP_RESPONSE|RESPONSE_HEADERS_\w+|INVALID_CHUNKED_ENCODING|HTTP2_PROTOCOL_ERROR)\b|does not match the HTTP/;
const timeCode = /^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT|ESOCKETTIMEDOUT)$/;
const timeMessage = /\bERR_(CONNECTION_)?TIMED_OUT\b/;

/**
 * Why a request came to nothing: `network.otherCertificate`, `network.untrusted`, `network.intercepted`, `network.timeout`,
 * `plex.malformed`, else `network.offline`. Node reports it in the `code` of a cause (https://nodejs.org/api/tls.html, "X509
 * certificate error codes"), Electron by Chromium's name in the message (`net::ERR_CERT_DATE_INVALID`). Both mention a
 * forbidden redirect in the message.
 */
export const networkFailure = (failure: unknown, limitMs: number): AppError => {
  const traces = failureTraces(failure);
  const isAny = (code: RegExp, message: RegExp): boolean =>
    traces.some((trace) => code.test(trace.code) || message.test(trace.message));
  if (traces.some(({ code }) => code === 'OTHER_CERTIFICATE')) {
    return { code: 'network.otherCertificate' };
  }
  if (isAny(tlsCode, tlsMessage)) return { code: 'network.untrusted' };
  if (traces.some((trace) => /redirect/i.test(trace.message))) {
    return { code: 'network.intercepted' };
  }
  if (isAny(timeCode, timeMessage)) return { code: 'network.timeout', limitMs };
  if (isAny(malformedCode, malformedMessage)) return { code: 'plex.malformed' };
  return { code: 'network.offline' };
};

const nameCode = /^(ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|EAI_\w+)$/;
const nameMessage =
  /\bERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_\w+|ICANN_NAME_COLLISION)\b/;

/**
 * Whether a fetch was rejected because its host couldn't be resolved, so before anything was sent. Node reports it in the
 * `code` of a cause (https://nodejs.org/api/dns.html, "Error codes"), Electron by Chromium's name in the message.
 */
export const isNameFailure = (failure: unknown): boolean =>
  failureTraces(failure).some(
    ({ code, message }) => nameCode.test(code) || nameMessage.test(message),
  );

/** The error a signal was aborted with; `signIn.cancelled` if its reason isn't one. */
export const abortError = (signal: AbortSignal): AppError => {
  const reason: unknown = signal.reason;
  return isAppError(reason) ? reason : { code: 'signIn.cancelled' };
};

// The platform aborts with an Error (DOMException); an AppError is plain data with a text code.
const isAppError = (reason: unknown): reason is AppError =>
  typeof reason === 'object' &&
  reason !== null &&
  !(reason instanceof Error) &&
  'code' in reason &&
  typeof reason.code === 'string';
