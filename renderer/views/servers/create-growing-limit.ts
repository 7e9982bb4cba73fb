import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

const atFirst = 60;
const perFrame = 100;

/**
 * How many rows to make so far: what fits on the screen at once, the others frame by frame, so that a list of a
 * thousand opens as fast as a short one.
 */
export const createGrowingLimit = (count: Accessor<number>): Accessor<number> => {
  const [limit, setLimit] = createSignal(atFirst);
  let frame = 0;
  createEffect(() => {
    if (limit() < count()) frame = requestAnimationFrame(() => setLimit(limit() + perFrame));
  });
  onCleanup(() => cancelAnimationFrame(frame));
  return limit;
};
