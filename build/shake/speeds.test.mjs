import { expect, test } from 'vitest';
import {
  fakePlexArguments,
  keepingToItsCores,
  paceEnvironment,
  readPace,
  speeds,
} from './speeds.mjs';

test('without a word of it, everything is as it is', () => {
  expect(readPace({})).toEqual({ pageSlowdown: 1, plexDelay: undefined, patience: 1 });
});

test.each(speeds)('$name is read as it was handed down', (speed) => {
  const { pageSlowdown, plexDelay, patience } = speed;
  expect(readPace(paceEnvironment(speed, 7))).toEqual({
    pageSlowdown,
    plexDelay: plexDelay && { ...plexDelay, seed: 7 },
    patience,
  });
});

test.each(speeds)('$name waits at least so many times longer as the page is slower', (speed) => {
  expect(speed.patience).toBeGreaterThanOrEqual(speed.pageSlowdown);
});

test('the fake Plex is told of a delay where there is one', () => {
  const told = speeds
    .map((speed) => fakePlexArguments(speed, 7))
    .filter(({ length }) => length > 0);
  expect(told).toEqual([
    ['--answer-delay-ms=50', '--jitter-ms=0', '--seed=7'],
    ['--answer-delay-ms=400', '--jitter-ms=200', '--seed=7'],
  ]);
});

test.each([
  ['0-63', '0'],
  ['3,5-7', '3'],
  ['12', '12'],
])('of the cores %s that are allowed, one core is the first', (allowed, first) => {
  const status = `Name:\tnode\nCpus_allowed:\tff\nCpus_allowed_list:\t${allowed}\nMems_allowed_list:\t1\n`;
  expect(keepingToItsCores({ isOnOneCore: true }, status)).toEqual(['taskset', '-c', first]);
  expect(keepingToItsCores({ isOnOneCore: false }, status)).toEqual([]);
});
