import { describe, expect, it } from 'vitest';
import { durationText, timeAgoText } from './formats.ts';

describe('a length of time', () => {
  it.each([
    [7 * 86_400_000, '7 d 00 h'],
    [604_799_000, '6 d 23 h'],
    [259_200_000, '3 d 00 h'],
    [259_199_000, '71 h 59 min'],
    [172_800_000, '48 h 00 min'],
    [172_799_000, '47 h 59 min'],
    [3_600_000, '1 h 00 min'],
    [872_000, '14 min 32 s'],
    [60_000, '1 min 00 s'],
    [59_001, '1 min 00 s'],
    [29_400, '30 s'],
    [1, '1 s'],
    [0, '0 s'],
    [-26 * 3_600_000, '0 s'],
  ])('%d ms reads “%s”', (ms, text) => expect(durationText(ms)).toBe(text));
});

describe('how long ago', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  it.each([
    [0, 'just now'],
    [-5 * 3_600_000, 'just now'],
    [3 * 60_000, '3 min ago'],
    [5 * 3_600_000, '5 h ago'],
    [24 * 3_600_000, '1 day ago'],
    [6 * 24 * 3_600_000, '6 days ago'],
  ])('%d ms ago reads “%s”', (ago, text) => expect(timeAgoText(now - ago, now)).toBe(text));

  it('is a date after a week, with its year when that is another one', () => {
    expect(timeAgoText(Date.UTC(2026, 9, 14, 12), now)).toMatch(/14/);
    expect(timeAgoText(Date.UTC(2026, 9, 14, 12), now)).not.toMatch(/2026|:/);
    expect(timeAgoText(Date.UTC(2025, 9, 14, 12), now)).toMatch(/14.*2025/);
  });
});
