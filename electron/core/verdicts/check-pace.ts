import type { AppError } from '../../../shared/errors.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { ServerTime } from '../server-time.ts';
import { HOUR_MS, MINUTE_MS } from '../../timing.ts';

/** How often a token may be asked about. */
export const shortestPauseMs = 10 * MINUTE_MS;
const longestPauseMs = 6 * HOUR_MS;

/** Keeps the questions about tokens rare: a pause after each, longer while there is no answer. */
export interface CheckPace {
  /** Whether a question nobody has asked for may go out. */
  isDue(tokenKey: string): boolean;
  /** Since the last question; Infinity when there was none in this run. */
  sinceMs(tokenKey: string): number;
  note(tokenKey: string, outcome: Result<unknown>): void;
  /** There is a network again: what never arrived anywhere does not count. */
  forgive(): void;
}

interface Attempt {
  readonly atMs: number;
  readonly hasArrived: boolean;
  readonly failureCount: number;
}

export function createCheckPace(time: Pick<ServerTime, 'elapsedMs'>): CheckPace {
  const attempts = new Map<string, Attempt>();

  const sinceMs = (tokenKey: string): number =>
    time.elapsedMs() - (attempts.get(tokenKey)?.atMs ?? -Infinity);

  return {
    sinceMs,
    isDue: (tokenKey) => sinceMs(tokenKey) >= pauseMs(attempts.get(tokenKey)?.failureCount ?? 0),
    note: (tokenKey, outcome) => {
      const atMs = time.elapsedMs();
      const isAnswered = outcome.ok || isClearNo(outcome.error);
      const failureCount = isAnswered ? 0 : (attempts.get(tokenKey)?.failureCount ?? 0) + 1;
      const hasArrived = isAnswered || !isOnTheWay(outcome.error);
      attempts.set(tokenKey, { atMs, hasArrived, failureCount });
    },
    forgive: () => {
      for (const [tokenKey, { hasArrived }] of attempts) {
        if (!hasArrived) attempts.delete(tokenKey);
      }
    },
  };
}

const pauseMs = (failureCount: number): number =>
  Math.min(longestPauseMs, shortestPauseMs * 2 ** Math.max(0, failureCount - 1));

const isClearNo = ({ code }: AppError): boolean =>
  code === 'token.rejected' || code === 'server.rejected' || code === 'server.jwtRefused';

/** It was lost before anybody who could judge the token saw it. */
const isOnTheWay = ({ code }: AppError): boolean =>
  code === 'network.offline' ||
  code === 'network.untrusted' ||
  code === 'network.otherCertificate' ||
  code === 'network.intercepted' ||
  code === 'server.unreachable' ||
  code.startsWith('vault.');

/** What is known without asking of one who has asked to be left alone, and still does. */
export const rateLimited: Result<never> = err({
  code: 'plex.rateLimited',
  retryAfterSeconds: null,
});
