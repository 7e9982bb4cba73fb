import { expect, test } from 'vitest';
import { readRequest, usage } from './read-request.mjs';
import { speeds } from './speeds.mjs';

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
