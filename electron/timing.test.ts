import { expect, test } from 'vitest';
import { createTestClock } from './testing.ts';
import { paced } from './timing.ts';

test('what is asked for again and again is done at once, and once more after a pause', async () => {
  const clock = createTestClock();
  let doneCount = 0;
  const ask = paced(clock, () => void (doneCount += 1));
  ask();
  expect(doneCount).toBe(1);
  ask();
  ask();
  await clock.advance(49);
  expect(doneCount).toBe(1);
  await clock.advance(1);
  expect(doneCount).toBe(2);
  await clock.advance(50);
  expect(doneCount).toBe(2);
  ask();
  expect(doneCount).toBe(3);
});

test('what takes long is done more seldom', async () => {
  const clock = createTestClock();
  let [doneCount, workedMs] = [0, 0];
  const working = { ...clock, monotonicMs: () => clock.monotonicMs() + workedMs };
  const ask = paced(working, () => {
    doneCount += 1;
    workedMs += 20;
  });
  ask();
  ask();
  await clock.advance(179);
  expect(doneCount).toBe(1);
  await clock.advance(1);
  expect(doneCount).toBe(2);
});
