import { createMemo, type Accessor } from 'solid-js';
import { createTick } from './create-tick.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * What is left of `remainingMs` as main gave it, running down locally and never below 0. `receivedAt` (performance.now)
 * is when it was given; without it, when it last changed. Only for showing: main decides when something is over.
 */
export function createRemaining(
  remainingMs: Accessor<number>,
  receivedAt: Accessor<number | undefined>,
): Accessor<number> {
  const endsAt = createMemo(() => remainingMs() + (receivedAt() ?? performance.now()));
  // The clock was last read a while ago: seen from there, more would be left than was given.
  const leftAt = (now: number): number => Math.max(0, Math.min(remainingMs(), endsAt() - now));
  const now = createTick(
    () => performance.now(),
    // Seconds are shown in the last hour alone, and what is over stays over.
    (at) => (leftAt(at) > 0 && leftAt(at) <= hour ? second : minute / 6),
  );
  return () => leftAt(now());
}
