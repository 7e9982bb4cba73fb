import { createSignal, onCleanup, type Accessor } from 'solid-js';
import { makeTicker } from './make-ticker.ts';

// Four times a second, so that no shown second is late by more than that; one timer for the whole window.
const subscribe = makeTicker(250);

/** Reads a clock again at each tick: `performance.now` for countdowns, `Date.now` for ages. */
export function createTick(clock: () => number): Accessor<number> {
  const [now, setNow] = createSignal(clock());
  onCleanup(subscribe(() => setNow(clock())));
  return now;
}
