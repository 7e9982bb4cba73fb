import { expect } from 'vitest';

/** Stands in an expected value for a list that has all of these in it. */
export function including(items: readonly unknown[]): unknown {
  return expect.arrayContaining([...items]);
}
