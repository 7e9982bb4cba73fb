import type { Clock } from '../ports.ts';

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
