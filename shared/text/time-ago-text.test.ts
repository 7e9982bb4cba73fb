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

  it('is a date after a week, with its year when that is another one', () => {
    expect(timeAgoText(Date.UTC(2026, 9, 14, 12), now)).toMatch(/14/);
    expect(timeAgoText(Date.UTC(2026, 9, 14, 12), now)).not.toMatch(/2026|:/);
    expect(timeAgoText(Date.UTC(2025, 9, 14, 12), now)).toMatch(/14.*2025/);
  });
});
