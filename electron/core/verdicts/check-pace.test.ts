import { expect, test } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { createTestClock } from '../../testing.ts';
import { createServerTime } from '../server-time.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../timing.ts';
import { createCheckPace } from './check-pace.ts';

function make() {
  const clock = createTestClock();
  const time = createServerTime(clock);
  return { clock, time, pace: createCheckPace(time) };
}
const offline: AppError = { code: 'network.offline' };

test('a token is asked about at once, then not again for ten minutes', async () => {
  const { clock, pace } = make();
  expect(pace.isDue('a')).toBe(true);
  pace.note('a', ok(null));
  expect(pace.isDue('a')).toBe(false);
  expect(pace.isDue('b')).toBe(true);
  await clock.advance(10 * MINUTE_MS - 1);
  expect(pace.isDue('a')).toBe(false);
  await clock.advance(1);
  expect(pace.isDue('a')).toBe(true);
});

test.each([DAY_MS, -DAY_MS])('a clock put by %i ms changes nothing of it', (jumpMs) => {
  const { clock, pace } = make();
  pace.note('a', ok(null));
  clock.setNow(clock.now() + jumpMs);
  expect(pace.isDue('a')).toBe(false);
});

test('hours of sleep count as hours', () => {
  const { clock, time, pace } = make();
  pace.note('a', ok(null));
  time.suspend();
  clock.setNow(clock.now() + HOUR_MS);
  time.resume();
  expect(pace.isDue('a')).toBe(true);
});

test('the pause doubles with each failure, up to six hours, and an answer ends that', async () => {
  const { clock, pace } = make();
  const pausesMin: number[] = [];
  for (let failure = 0; failure < 8; failure += 1) {
    pace.note('a', err({ code: 'plex.unavailable', status: 503 }));
    let minutes = 0;
    while (!pace.isDue('a')) {
      await clock.advance(10 * MINUTE_MS);
      minutes += 10;
    }
    pausesMin.push(minutes);
  }
  expect(pausesMin).toEqual([10, 20, 40, 80, 160, 320, 360, 360]);
  pace.note('a', err({ code: 'token.rejected' }));
  await clock.advance(10 * MINUTE_MS);
  expect(pace.isDue('a')).toBe(true);
});

test('once there is a network again, only what never arrived may be asked anew', () => {
  const { pace } = make();
  pace.note('a', err(offline));
  pace.note('b', err({ code: 'network.timeout', limitMs: 1 }));
  expect([pace.isDue('a'), pace.isDue('b')]).toEqual([false, false]);
  pace.forgive();
  expect([pace.isDue('a'), pace.isDue('b')]).toEqual([true, false]);
});
