import { createMemo, type Accessor } from 'solid-js';
import { createTick } from './create-tick.ts';

/**
 * What is left of `remainingMs` as main gave it, running down locally and never below 0. `receivedAt` (performance.now)
 * is when it was given; without it, when it last changed. Only for showing: main decides when something is over.
 */
export function createRemaining(
  remainingMs: Accessor<number>,
  receivedAt: Accessor<number | undefined>,
): Accessor<number> {
  const now = createTick(() => performance.now());
  const endsAt = createMemo(() => remainingMs() + (receivedAt() ?? performance.now()));
  // The clock was last read up to a tick ago: seen from there, more would be left than was given.
  return () => Math.max(0, Math.min(remainingMs(), endsAt() - now()));
}
