import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { abortError, networkFailure } from './failures.ts';
import { openResponse, type ExchangeDeps, type ExchangeRequest } from './open-response.ts';
import { readCertificate } from './pinned-connection.ts';

/** One response, read to its end. */
export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  /** The URL that responded; "" when fetch doesn't say. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** DNS had no answer for the host, or none in time, and the address in its `plex.direct` name was used. */
  readonly isFoundByName: boolean;
}

/**
 * Sends one request and reads the whole response, within limits of time and size. Never rejects. A redirect is returned as it is.
 *
 * Errors: `network.offline`, `network.timeout`, `network.untrusted`, `network.otherCertificate`, `network.intercepted` (a
 * redirect that fetch hides), `plex.malformed` (not HTTP), `plex.tooLarge`, and the error the signal was aborted with.
 */
export const exchange = (deps: ExchangeDeps, request: ExchangeRequest): Promise<Result<Exchange>> =>
  withinLimit(deps, request, (signal) => send(deps, request, signal));

/**
 * The certificate that an https address shows, whoever is there: see `readCertificate`. Never rejects.
 *
 * Errors: `network.offline`, `network.timeout`, `network.untrusted` (no TLS), and the error the signal was aborted with.
 */
export const askCertificate = (
  deps: Pick<ExchangeDeps, 'clock'>,
  url: string,
  limits: Limits,
): Promise<Result<string>> =>
  withinLimit(deps, limits, async (signal) => ok(await readCertificate(url, signal)));

type Limits = Pick<ExchangeRequest, 'limitMs' | 'signal'>;

/** Never exceeds the time limit, even if fetch ignores its signal. What the work throws is a failure of the network. */
const withinLimit = async <T>(
  { clock }: Pick<ExchangeDeps, 'clock'>,
  { limitMs, signal }: Limits,
  work: (signal: AbortSignal) => Promise<Result<T>>,
): Promise<Result<T>> => {
  if (signal?.aborted === true) return err(abortError(signal));
  const controller = new AbortController();
  let stopWatching = (): void => undefined;
  const cutShort = new Promise<Result<T>>((resolve) => {
    const stop = (error: AppError): void => resolve(err(error));
    const stopTimer = clock.after(limitMs, () => stop({ code: 'network.timeout', limitMs }));
    const onAbort = (): void => {
      if (signal !== undefined) stop(abortError(signal));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    stopWatching = () => {
      stopTimer();
      signal?.removeEventListener('abort', onAbort);
    };
  });
  const working = work(controller.signal).catch((failure: unknown) =>
    err(networkFailure(failure, limitMs)),
  );
  const answer = await Promise.race([cutShort, working]);
  stopWatching();
  // Frees the connection of a response that wasn't read to its end.
  if (!answer.ok) controller.abort();
  return answer;
};

const send = async (
  deps: ExchangeDeps,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Result<Exchange>> => {
  const { response, isFoundByName } = await openResponse(deps, request, signal);
  if (response.type === 'opaqueredirect' || response.status === 0) {
    return err({ code: 'network.intercepted' });
  }
  if (response.status < 200 || response.status > 599) {
    // Node's fetch lets through statuses that HTTP doesn't have.
    return err({ code: 'plex.malformed' });
  }
  const body = await readBody(response, request.limitBytes);
  if (!body.ok) return body;
  const { status, headers, url } = response;
  return ok({ status, headers, url, bytes: body.value, isFoundByName });
};

/**
 * Reads a body to its end, or cancels it once it is longer than allowed. Rejects if the body breaks off.
 * The limit counts decompressed bytes: a small response may unpack to a huge one.
 */
const readBody = async (response: Response, limitBytes: number): Promise<Result<Uint8Array>> => {
  if (response.body === null) return ok(new Uint8Array());
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let lengthBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(Buffer.concat(chunks, lengthBytes));
    lengthBytes += value.byteLength;
    if (lengthBytes > limitBytes) {
      // The result is settled; a stream that can't be cancelled changes nothing.
      reader.cancel().catch(() => undefined);
      return err({ code: 'plex.tooLarge', limitBytes });
    }
    chunks.push(value);
  }
};
