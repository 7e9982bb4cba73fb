import { describe, expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after-seconds.ts';

const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5);

describe('Retry-After', () => {
  test.each([
    ['30', 30],
    [' 0 ', 0],
    ['999999999', 86_400],
    ['Fri, 02 Jan 2026 03:04:35 GMT', 30],
    ['Fri, 02 Jan 2026 03:00:00 GMT', 0],
    ['Fri, 02 Jan 2099 03:00:00 GMT', 86_400],
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
  ])('%j is %j', (header, seconds) => {
    expect(retryAfterSeconds(header, nowMs)).toBe(seconds);
  });
});
