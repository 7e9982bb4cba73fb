import { expect, test } from 'vitest';
import { speeds } from '../shake/speeds.mjs';
import { describeResults, readRequest, usage } from './shake.mjs';

/** @param {string[]} args */
const namesIn = (args) => readRequest(args)?.speeds.map(({ name }) => name);
const all = speeds.map(({ name }) => name);

test('without a name the tour and all specs run at every speed, going on with an earlier run', () => {
  expect(readRequest([])).toEqual({
    speeds,
    withTour: true,
    specs: [],
    isFresh: false,
    seed: undefined,
  });
});

test('named speeds run in their usual order, with everything', () => {
  expect(namesIn(['page-10x', 'plain'])).toEqual(['plain', 'page-10x']);
  expect(readRequest(['page-10x'])).toMatchObject({ withTour: true, specs: [] });
});

test('what is no speed names specs, and then the tour stays out', () => {
  expect(namesIn(['repair.spec'])).toEqual(all);
  expect(readRequest(['plain', 'repair.spec', 'window'])).toMatchObject({
    withTour: false,
    specs: ['repair.spec', 'window'],
  });
});

test('the tour can be named, alone and beside specs', () => {
  expect(readRequest(['tour'])).toMatchObject({ withTour: true, specs: null });
  expect(readRequest(['tour', 'window'])).toMatchObject({ withTour: true, specs: ['window'] });
});

test('a run can begin anew, and with the chances of another', () => {
  expect(readRequest(['--fresh', 'plain'])).toMatchObject({ isFresh: true, seed: undefined });
  // What has passed by other chances is run again too.
  expect(readRequest(['--seed', '7', 'plain'])).toMatchObject({ isFresh: true, seed: 7 });
  expect(readRequest(['--seed=0'])).toMatchObject({ isFresh: true, seed: 0 });
});

test.each([[['--frehs']], [['--seed', 'x']], [['--seed=-1']], [['--seed']]])(
  '%j can’t be understood',
  (args) => {
    expect(readRequest(args)).toBeUndefined();
  },
);

test('the usage names every speed', () => {
  for (const name of all) expect(usage).toContain(`\n  ${name} `);
});

const plain = { name: 'plain', passed: ['a', 'b'], failed: [], earlierCount: 1, seconds: 59.4 };
const slow = {
  name: 'page-10x',
  passed: ['a'],
  failed: [{ id: 'b' }],
  earlierCount: 0,
  seconds: 125,
};

test('each speed has its line, and the last line is the total', () => {
  const { text, exitCode } = describeResults([plain]);
  expect(text).toBe(
    '\nplain         59 s  2 passed, 1 of them in an earlier run, 0 failed\n\n2 passed, 0 failed\n',
  );
  expect(exitCode).toBe(0);
});

test('a test that failed anywhere has one line, with the speeds it failed at', () => {
  const slower = { ...slow, name: 'one-core', failed: [{ id: 'b', why: 'was not run' }] };
  const { text, exitCode } = describeResults([plain, slow, slower]);
  expect(text.match(/page-10x +2 min 5 s {2}1 passed, 1 failed/)).not.toBeNull();
  expect(text.match(/^failed: .*/gm)).toEqual(['failed: b: page-10x, one-core (was not run)']);
  expect(text.trimEnd().split('\n').at(-1)).toBe('4 passed, 2 failed');
  expect(exitCode).toBe(1);
});

test('a run in which nothing passed has failed', () => {
  expect(describeResults([{ ...plain, passed: [] }]).exitCode).toBe(1);
});
