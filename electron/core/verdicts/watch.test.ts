import { expect, test } from 'vitest';
import type { TokenRef } from '../../../shared/model/token.ts';
import { createTestClock } from '../../testing.ts';
import { MINUTE_MS } from '../../timing.ts';
import { createVerdictWatch } from './watch.ts';

/** How long the calm schedule waits for its next look, by what chance says. */
async function pausesOf(random: number): Promise<readonly number[]> {
  const clock = createTestClock();
  const lookedAtMs: number[] = [];
  const watch = createVerdictWatch({
    accounts: { summaries: () => [] } as never,
    servers: { list: () => ({ servers: [] }) } as never,
    tokens: { summaries: () => [] } as never,
    appTokens: { summaries: () => [], lookAtDestinations: () => Promise.resolve() },
    verdicts: {
      check: (_tokens: readonly TokenRef[]) => {
        lookedAtMs.push(clock.monotonicMs());
        return Promise.resolve([]);
      },
      verdict: () => null,
      sinceAskedMs: () => Infinity,
      close: () => Promise.resolve(),
    },
    clock,
    alsoDo: () => Promise.resolve(),
    isDue: () => true,
    keychain: { isUsable: () => true, tryAgain: () => Promise.resolve(true) },
    random: () => random,
  });
  await watch.start();
  await clock.advance(100 * MINUTE_MS);
  const closed = watch.close();
  await clock.advance(MINUTE_MS);
  await closed;
  return lookedAtMs.slice(1).map((atMs, index) => (atMs - (lookedAtMs[index] ?? 0)) / MINUTE_MS);
}

test('the calm schedule looks every half an hour, a fifth more or less as chance wants it', async () => {
  expect(await pausesOf(0)).toEqual([24, 24, 24, 24]);
  expect(await pausesOf(0.5)).toEqual([30, 30, 30]);
  expect(await pausesOf(1)).toEqual([36, 36]);
});
