import { plexValue, type WireRequest } from '../http/wire.ts';
import type { FakeClock } from './fake-clock.ts';

/** Every request the fake has seen, but for those to its control routes. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: WireRequest, host: string, at: number, faultId: number | null): void {
    this.#requests.push({
      at,
      host,
      method: request.method,
      path: request.path,
      query: Object.fromEntries(request.query),
      headers: request.headers,
      body: request.body,
      token: whereToken(request),
      hasClientIdentifier: plexValue(request, 'X-Plex-Client-Identifier') !== undefined,
      hasProduct: plexValue(request, 'X-Plex-Product') !== undefined,
      faultId,
    });
  }

  list(): readonly LoggedRequest[] {
    return [...this.#requests];
  }

  clear(): void {
    this.#requests = [];
  }
}

function whereToken(request: WireRequest): LoggedRequest['token'] {
  if (request.headers['x-plex-token'] !== undefined) return 'header';
  return request.query.has('X-Plex-Token') ? 'query' : 'none';
}

/** One request as the log keeps it. */
interface LoggedRequest {
  /** The fake's time. */
  readonly at: number;
  /** `plex` or the name of a media server. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the caller's token was, if it sent one. */
  readonly token: 'none' | 'header' | 'query';
  readonly hasClientIdentifier: boolean;
  readonly hasProduct: boolean;
  /** The number of the fault that struck, or null. */
  readonly faultId: number | null;
}

/** Counts what happened lately, by key. */
export class AttemptCounter {
  readonly #clock: FakeClock;
  readonly #times = new Map<string, readonly number[]>();

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  add(key: string): void {
    this.#times.set(key, [...(this.#times.get(key) ?? []), this.#clock.now()]);
  }

  /** How many within the last seconds. */
  within(key: string, seconds: number): number {
    const since = this.#clock.now() - seconds * 1000;
    return (this.#times.get(key) ?? []).filter((time) => time > since).length;
  }

  forget(key: string): void {
    this.#times.delete(key);
  }

  forgetAll(): void {
    this.#times.clear();
  }
}
