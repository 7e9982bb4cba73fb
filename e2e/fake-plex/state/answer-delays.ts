/** How long the fake takes for its answers. */
export interface AnswerDelay {
  readonly delayMs: number;
  /** By up to so much each delay is longer or shorter, by chance. */
  readonly jitterMs: number;
  /** The same seed gives the same delays in the same order. */
  readonly seed: number;
}

/** Each call tells how long, in milliseconds, the next answer takes. */
export function answerDelays(plan: AnswerDelay | undefined): () => number {
  if (plan === undefined) return () => 0;
  const chance = seededChance(plan.seed);
  return () => Math.max(0, plan.delayMs + plan.jitterMs * (2 * chance() - 1));
}

/** Numbers from 0 to 1 in an order that only the seed decides (the mulberry32 generator). */
function seededChance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
