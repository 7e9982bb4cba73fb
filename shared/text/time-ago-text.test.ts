import { describe, expect, it } from 'vitest';
import { timeAgoText } from './time-ago-text.ts';

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

  it('is a date after a week', () => {
    expect(timeAgoText(now - 30 * 24 * 3_600_000, now)).toMatch(/2026/);
  });
});
