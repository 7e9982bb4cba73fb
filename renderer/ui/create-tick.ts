import { createSignal, onCleanup, type Accessor } from 'solid-js';

// Four times a second, so that no shown second is late by more than that; one timer for the whole window.
const subscribe = makeTicker(250);

/** Reads a clock again at each tick: `performance.now` for countdowns, `Date.now` for ages. */
export function createTick(clock: () => number): Accessor<number> {
  const [now, setNow] = createSignal(clock());
  onCleanup(subscribe(() => setNow(clock())));
  return now;
}

/** Calls every listener at the interval; the timer runs only while somebody listens. */
function makeTicker(intervalMs: number): (listener: () => void) => () => void {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return (listener) => {
    listeners.add(listener);
    timer ??= setInterval(() => {
      for (const each of [...listeners]) each();
    }, intervalMs);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
}
