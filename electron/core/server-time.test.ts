import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../timing.ts';
import { createTestClock } from '../testing.ts';
import { createServerTime } from './server-time.ts';

const noon = Date.UTC(2026, 0, 2, 12);

function atNoon() {
  const clock = createTestClock(noon);
  return { clock, time: createServerTime(clock) };
}

describe('the time by plex.tv', () => {
  test('is this computer’s own until plex.tv has told it', async () => {
    const { clock, time } = atNoon();
    expect(time.isSynced()).toBe(false);
    await clock.advance(HOUR_MS);
    expect(time.now()).toBe(noon + HOUR_MS);
  });

  test.each([
    ['a day ahead', DAY_MS],
    ['a day behind', -DAY_MS],
  ])('is right on a computer whose clock is %s', async (_case, errorMs) => {
    const clock = createTestClock(noon + errorMs);
    const time = createServerTime(clock);
    time.sync(noon, 0);
    expect(time.isSynced()).toBe(true);
    await clock.advance(HOUR_MS);
    expect(Math.abs(time.now() - noon - HOUR_MS)).toBeLessThanOrEqual(SECOND_MS);
    expect(Math.abs(time.toLocal(noon) - noon - errorMs)).toBeLessThanOrEqual(SECOND_MS);
  });

  test.each([
    ['forward', DAY_MS],
    ['back', -DAY_MS],
  ])('goes on as before when the clock is put %s by a day', async (_case, jumpMs) => {
    const { clock, time } = atNoon();
    time.sync(noon, 0);
    clock.setNow(clock.now() + jumpMs);
    expect(time.now()).toBe(noon);
    await clock.advance(MINUTE_MS);
    expect(time.now()).toBe(noon + MINUTE_MS);
  });

  test('does not hop with each answer, only where it is wrong', () => {
    const { time } = atNoon();
    let movedCount = 0;
    time.onMoved(() => (movedCount += 1));
    time.sync(noon, 100);
    time.sync(noon - 700, 100);
    time.sync(noon - 5_000, 6_000);
    expect(time.now()).toBe(noon);
    expect(movedCount).toBe(1);
    time.sync(noon + HOUR_MS, 0);
    expect(time.now()).toBe(noon + HOUR_MS + 500);
    expect(movedCount).toBe(2);
  });
});

describe('after sleep', () => {
  /** The wall clock of a computer runs on while it sleeps; its monotonic one may stand still. */
  test('the hours slept count where the monotonic clock stood still', () => {
    const { clock, time } = atNoon();
    time.sync(noon, 0);
    const before = time.elapsedMs();
    time.suspend();
    clock.setNow(clock.now() + 8 * HOUR_MS);
    time.resume();
    expect(time.now()).toBe(noon + 8 * HOUR_MS);
    expect(time.elapsedMs() - before).toBe(8 * HOUR_MS);
  });

  test('they do not count twice where it ran on', async () => {
    const { clock, time } = atNoon();
    time.sync(noon, 0);
    time.suspend();
    await clock.advance(8 * HOUR_MS);
    time.resume();
    expect(time.now()).toBe(noon + 8 * HOUR_MS);
  });

  test('a clock that was put forward while awake is not taken for sleep', () => {
    const { clock, time } = atNoon();
    time.sync(noon, 0);
    clock.setNow(clock.now() + DAY_MS);
    time.suspend();
    clock.setNow(clock.now() + HOUR_MS);
    time.resume();
    expect(time.now()).toBe(noon + HOUR_MS);
  });

  test('a clock that was put back during it never turns the time back', () => {
    const { clock, time } = atNoon();
    time.sync(noon, 0);
    time.suspend();
    clock.setNow(clock.now() - DAY_MS);
    time.resume();
    expect(time.now()).toBe(noon);
  });

  test('the next answer of plex.tv puts right what sleep nobody told of made wrong', () => {
    const { clock, time } = atNoon();
    time.sync(noon, 0);
    clock.setNow(clock.now() + 3 * HOUR_MS);
    expect(time.now()).toBe(noon);
    time.sync(noon + 3 * HOUR_MS, 200);
    expect(Math.abs(time.now() - noon - 3 * HOUR_MS)).toBeLessThanOrEqual(SECOND_MS);
  });
});
