import { expect, test } from 'vitest';
import { createTestClock } from './testing.ts';
import { paced } from './timing.ts';

test('what is asked for again and again is done at once, and once more after a pause', async () => {
  const clock = createTestClock();
  const done: string[] = [];
  const ask = paced(clock, (key: string) => void done.push(key));
  for (const key of ['a', 'a', 'b', 'a']) ask(key);
  expect(done).toEqual(['a', 'b']);
  await clock.advance(49);
  expect(done).toEqual(['a', 'b']);
  await clock.advance(1);
  expect(done).toEqual(['a', 'b', 'a']);
  await clock.advance(50);
  expect(done).toHaveLength(3);
  ask('a');
  expect(done).toHaveLength(4);
});

test('what takes long is done more seldom', async () => {
  const clock = createTestClock();
  let [doneCount, workedMs] = [0, 0];
  const working = { ...clock, monotonicMs: () => clock.monotonicMs() + workedMs };
  const ask = paced(working, () => {
    doneCount += 1;
    workedMs += 20;
  });
  ask('a');
  ask('a');
  await clock.advance(179);
  expect(doneCount).toBe(1);
  await clock.advance(1);
  expect(doneCount).toBe(2);
});
