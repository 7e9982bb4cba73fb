import { plexValue } from '../http/plex-value.ts';
import type { WireRequest } from '../http/wire-request.ts';
import type { LoggedRequest } from './logged-request.ts';

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
