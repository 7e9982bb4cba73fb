import { HOUR_MS, SECOND_MS } from '../../timing.ts';
import { parseUrl } from '../../addresses.ts';
import type { PlexEndpoints } from '../../ports.ts';

/**
 * Who has answered 429 is left alone for a while: every question goes through here first, and none is sent before the wait
 * is over. plex.tv says 429 without a word on how long (https://github.com/arabcoders/watchstate/issues/325), so there is
 * a shortest wait, twice as long each time the first question after a wait is answered 429 again.
 */
export interface HostGate {
  /** Whole seconds until this address may be asked again; null when it may now. */
  waitSeconds(url: string): number | null;
  /** An answer of any status; answers the wait it leads to, in seconds. */
  note(url: string, status: number, retryAfterSeconds: number | null): number | null;
}

const shortestWaitMs = 30 * SECOND_MS;
const longestOwnWaitMs = HOUR_MS;

interface Hold {
  readonly untilMs: number;
  readonly ownWaitMs: number;
}

export function createHostGate(deps: {
  readonly endpoints: Pick<PlexEndpoints, 'plexTv' | 'clients'>;
  /** Goes on through sleep, and is not moved by whoever sets the clock. */
  readonly elapsedMs: () => number;
}): HostGate {
  const { endpoints, elapsedMs } = deps;
  const holds = new Map<string, Hold>();

  /** plex.tv counts for both its names. */
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
        // A question that was on its way already says nothing about the wait.
        if (waitSeconds(url) === null) holds.delete(key);
        return null;
      }
      const before = holds.get(key);
      // Of questions that went out together, the first 429 begins the wait.
      const isAgain = before !== undefined && before.untilMs <= elapsedMs();
      const ownWaitMs = isAgain
        ? Math.min(before.ownWaitMs * 2, longestOwnWaitMs)
        : (before?.ownWaitMs ?? shortestWaitMs);
      const askedMs = (retryAfterSeconds ?? 0) * SECOND_MS;
      // Its word is taken once; who answers 429 after the very wait it asked for needs more.
      const waitMs = askedMs > 0 && !isAgain ? askedMs : Math.max(ownWaitMs, askedMs);
      const untilMs = Math.max(before?.untilMs ?? -Infinity, elapsedMs() + waitMs);
      holds.set(key, { untilMs, ownWaitMs });
      return waitSeconds(url);
    },
  };
}

/** Whether plex.tv itself is asked at this address, by either of its names. */
export const isPlexTv = (
  { plexTv, clients }: Pick<PlexEndpoints, 'plexTv' | 'clients'>,
  url: string,
): boolean => [plexTv, clients].some((name) => originOf(name) === originOf(url));

const originOf = (url: string): string => parseUrl(url)?.origin ?? url;
const hostOf = (url: string): string => parseUrl(url)?.host ?? url;
