import type { Clock } from './ports.ts';

/** Named lengths of time, in milliseconds. */
export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Runs what it is given one after the other, in the order of asking. Work that throws does not stop what follows. */
export const oneAtATime = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
};

/** Asked by a call, since the compiler takes a property it has seen once for unchanged, also after an await. */
export const isAborted = (signal: AbortSignal): boolean => signal.aborted;

/** Resolves after delayMs by the clock, or at once when the signal is aborted. */
export function wait(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) {
      done();
      return;
    }
    const finish = (): void => {
      cancelTimer();
      signal.removeEventListener('abort', finish);
      done();
    };
    const cancelTimer = clock.after(delayMs, finish);
    signal.addEventListener('abort', finish);
  });
}

const shortestPauseMs = 50;
/** What it takes is at most one part in so many of the time. */
const shareOfTime = 10;

/**
 * Runs something at once and, however often that is asked for, then only after a pause: never for the last time before the
 * last asking, and the longer it takes the more seldom.
 */
export function paced(clock: Clock, run: () => void): () => void {
  let isPausing = false;
  let isAskedAgain = false;
  const runNow = (): void => {
    isAskedAgain = false;
    const startedMs = clock.monotonicMs();
    run();
    const tookMs = clock.monotonicMs() - startedMs;
    isPausing = true;
    clock.after(Math.max(shortestPauseMs, tookMs * (shareOfTime - 1)), () => {
      isPausing = false;
      if (isAskedAgain) runNow();
    });
  };
  return () => {
    if (isPausing) isAskedAgain = true;
    else runNow();
  };
}
