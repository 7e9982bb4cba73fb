import { createComputed, on, type Accessor } from 'solid-js';

const settlesAfterMs = 600;

/**
 * False for a moment after something else has taken a place: a press that comes then was meant for what was there before.
 */
export function createSettled(what: Accessor<unknown>): Accessor<boolean> {
  let changedAt = Number.NEGATIVE_INFINITY;
  createComputed(on(what, () => (changedAt = performance.now()), { defer: true }));
  return () => performance.now() - changedAt >= settlesAfterMs;
}
