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
