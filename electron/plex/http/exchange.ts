import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports.ts';
import { abortError } from './abort-error.ts';
import { networkFailure } from './network-failure.ts';
import { openResponse } from './open-response.ts';
import { readBody } from './read-body.ts';

export interface ExchangeDeps {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Hosts that the last probe reached by the address in their name, since DNS kept silent: what follows goes there too. */
  readonly hostsWithoutDns: Set<string>;
}

export interface ExchangeRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** For the whole exchange, from the first byte sent to the last one read. */
  readonly limitMs: number;
  readonly limitBytes: number;
  readonly signal: AbortSignal | undefined;
}

export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  /** Where the answer came from; "" when the fetch does not tell. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** DNS gave nothing for the host, or nothing in time, and the address in its `plex.direct` name answered. */
  readonly isFoundByName: boolean;
}

/**
 * One request and its whole answer, within limits of time and size. Never rejects, and never outlasts its limit,
 * even over a fetch that does not heed its signal. A redirect is answered as it is, or is `network.intercepted` when the
 * fetch hides it (browsers).
 */
export const exchange = async (
  deps: ExchangeDeps,
  request: ExchangeRequest,
): Promise<Result<Exchange>> => {
  const { limitMs, signal } = request;
  if (signal?.aborted === true) return err(abortError(signal));
  const controller = new AbortController();
  let stopWatching = (): void => undefined;
  const cutShort = new Promise<Result<Exchange>>((resolve) => {
    const stop = (error: AppError): void => resolve(err(error));
    const stopTimer = deps.clock.after(limitMs, () => stop({ code: 'network.timeout', limitMs }));
    const onAbort = (): void => {
      if (signal !== undefined) stop(abortError(signal));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    stopWatching = () => {
      stopTimer();
      signal?.removeEventListener('abort', onAbort);
    };
  });
  const answer = await Promise.race([cutShort, send(deps, request, controller.signal)]);
  stopWatching();
  // Frees the connection of an answer that was not read to its end.
  if (!answer.ok) controller.abort();
  return answer;
};

const send = async (
  deps: ExchangeDeps,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Result<Exchange>> => {
  try {
    const { response, isFoundByName } = await openResponse(deps, request, signal);
    if (response.type === 'opaqueredirect' || response.status === 0) {
      return err({ code: 'network.intercepted' });
    }
    if (response.status < 200 || response.status > 599) {
      // What Node's fetch lets through and the standard does not know.
      return err({ code: 'plex.malformed' });
    }
    const body = await readBody(response, request.limitBytes);
    if (!body.ok) return body;
    const { status, headers, url } = response;
    return ok({ status, headers, url, bytes: body.value, isFoundByName });
  } catch (failure) {
    return err(networkFailure(failure, request.limitMs));
  }
};
