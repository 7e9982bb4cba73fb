import { expect, test } from 'vitest';
import type { Measure } from './bench.ts';
import { describeMeasures } from './describe-measures.ts';
import { isMissed } from './is-missed.ts';
import { median, p95 } from './median.ts';

const measure = (value: number, limit: number | null): Measure => ({
  what: 'a',
  value,
  unit: 'ms',
  limit,
});

test('a limit is kept up to itself, and missed above it and by what could not be measured', () => {
  expect([49, 50, 50.001, NaN].map((value) => isMissed(measure(value, 50)))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(isMissed(measure(1e9, null))).toBe(false);
});

test('a table tells what was measured, which limits were missed, and which goals reached', () => {
  const about: readonly Measure[] = [
    { what: 'alone', value: 2, unit: 'ms', limit: null },
    { what: 'among the dead', value: 60.5, unit: 'ms', limit: 50 },
    { what: 'times as long', value: 30.25, unit: '×', limit: 100, goal: 10 },
    { what: 'at rest', value: 1, unit: '×', limit: null, goal: 1.1 },
  ];
  expect(describeMeasures(about)).toEqual([
    '  alone            2.00 ms',
    '  among the dead  60.50 ms  missed: at most 50.00 ms',
    '  times as long    30.25 ×  kept: at most 100.00 ×, goal not reached: 10.00 ×',
    '  at rest           1.00 ×  goal reached: 1.10 ×',
  ]);
});

test('a median is the middle one, or between the two middle ones', () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
  expect(median([])).toBeNaN();
});

test('95 of 100 are no more than the p95', () => {
  expect(p95(Array.from({ length: 100 }, (_, index) => 100 - index))).toBe(95);
  expect(p95([7])).toBe(7);
  expect(p95([])).toBeNaN();
});
