import { HOUR_MS, SECOND_MS } from '../../timing.ts';
import { parseUrl } from '../../addresses.ts';
import type { PlexEndpoints } from '../../ports.ts';

/**
 * Rate limiting by host: after a 429, no request to that host is sent until the wait is over. plex.tv sends 429 without
 * `Retry-After` (https://github.com/arabcoders/watchstate/issues/325), so there is a minimum wait of 30 seconds, doubled up to an
 * hour each time the first request after a wait gets 429 again.
 */
export interface HostGate {
  /** Whole seconds until this URL may be requested again; null when it may be now. */
  waitSeconds(url: string): number | null;
  /** Records a response of any status. Returns the wait it causes, in seconds, or null. */
  note(url: string, status: number, retryAfterSeconds: number | null): number | null;
}

const minWaitMs = 30 * SECOND_MS;
const maxOwnWaitMs = HOUR_MS;

interface Hold {
  readonly untilMs: number;
  readonly ownWaitMs: number;
}

export function createHostGate(deps: {
  readonly endpoints: Pick<PlexEndpoints, 'plexTv' | 'clients'>;
  /** Monotonic, includes sleep, and isn't affected by changes of the clock. */
  readonly elapsedMs: () => number;
}): HostGate {
  const { endpoints, elapsedMs } = deps;
  const holds = new Map<string, Hold>();

  /** plex.tv and clients.plex.tv share one limit. */
  const keyOf = (url: string): string => (isPlexTv(endpoints, url) ? 'plex.tv' : hostOf(url));

  const waitSeconds = (url: string): number | null => {
    const waitMs = (holds.get(keyOf(url))?.untilMs ?? -Infinity) - elapsedMs();
    return waitMs > 0 ? Math.ceil(waitMs / SECOND_MS) : null;
  };

  return {
    waitSeconds,
    note: (url, status, retryAfterSeconds) => {
      const key = keyOf(url);
      if (status !== 429) {
        // A response to a request sent before the wait proves nothing about it.
        if (waitSeconds(url) === null) holds.delete(key);
        return null;
      }
      const before = holds.get(key);
      // Of requests sent together, the first 429 starts the wait.
      const isAgain = before !== undefined && before.untilMs <= elapsedMs();
      const ownWaitMs = isAgain
        ? Math.min(before.ownWaitMs * 2, maxOwnWaitMs)
        : (before?.ownWaitMs ?? minWaitMs);
      const requestedMs = (retryAfterSeconds ?? 0) * SECOND_MS;
      // Retry-After is trusted once; a host that sends 429 after the wait it requested needs more.
      const waitMs = requestedMs > 0 && !isAgain ? requestedMs : Math.max(ownWaitMs, requestedMs);
      const untilMs = Math.max(before?.untilMs ?? -Infinity, elapsedMs() + waitMs);
      holds.set(key, { untilMs, ownWaitMs });
      return waitSeconds(url);
    },
  };
}

/** Whether a URL is one of plex.tv, by either of its hosts. */
export const isPlexTv = (
  { plexTv, clients }: Pick<PlexEndpoints, 'plexTv' | 'clients'>,
  url: string,
): boolean => [plexTv, clients].some((name) => originOf(name) === originOf(url));

const originOf = (url: string): string => parseUrl(url)?.origin ?? url;
const hostOf = (url: string): string => parseUrl(url)?.host ?? url;
