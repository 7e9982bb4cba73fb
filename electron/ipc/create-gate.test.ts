import { expect, test } from 'vitest';
import { createGate } from './create-gate.ts';

const held = (): { readonly promise: Promise<void>; readonly release: () => void } => {
  let release = (): void => undefined;
  const promise = new Promise<void>((resolve) => (release = resolve));
  return { promise, release };
};

test('so many run at once, and the rest in the order they came', async () => {
  const gate = createGate(2);
  const started: number[] = [];
  const holds = Array.from({ length: 4 }, held);
  const runs = holds.map(({ promise }, index) =>
    gate(async () => {
      started.push(index);
      await promise;
      return index;
    }),
  );
  expect(started).toEqual([0, 1]);
  holds[1]?.release();
  await runs[1];
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);
  for (const { release } of holds) release();
  expect(await Promise.all(runs)).toEqual([0, 1, 2, 3]);
});

test('one that fails makes room for the next', async () => {
  const gate = createGate(1);
  const first = gate(() => Promise.reject(new Error('failed')));
  const second = gate(() => Promise.resolve('ran'));
  await expect(first).rejects.toThrow('failed');
  expect(await second).toBe('ran');
  expect(await gate(() => Promise.resolve('free'))).toBe('free');
});
