import { expect, test } from 'vitest';
import { answerDelays } from './answer-delays.ts';

const fifty = (next: () => number): readonly number[] => Array.from({ length: 50 }, next);

test('answers take no time unless they are to', () => {
  expect(answerDelays(undefined)()).toBe(0);
});

test('without jitter every answer takes as long', () => {
  const delays = fifty(answerDelays({ delayMs: 50, jitterMs: 0, seed: 1 }));
  expect(new Set(delays)).toEqual(new Set([50]));
});

test('jitter makes each longer or shorter, by so much at most', () => {
  const delays = fifty(answerDelays({ delayMs: 400, jitterMs: 200, seed: 1 }));
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(200);
  expect(Math.max(...delays)).toBeLessThanOrEqual(600);
  expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(200);
});

test('the same seed gives the same delays, another seed others', () => {
  const delays = (seed: number): readonly number[] =>
    fifty(answerDelays({ delayMs: 400, jitterMs: 200, seed }));
  expect(delays(7)).toEqual(delays(7));
  expect(delays(8)).not.toEqual(delays(7));
});
