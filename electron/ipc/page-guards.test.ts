import * as v from 'valibot';
import { expect, test } from 'vitest';
import { requestSchemas } from './answer-request.ts';
import { couldBeRequest, createGate } from './page-guards.ts';

const token = (index: number) => ({
  kind: 'access',
  accountId: `account-${index}`,
  serverId: `server-${index}`,
});
const mostTokens = {
  tokens: Array.from({ length: 5_000 }, (_, index) => token(index)),
  isAsked: true,
};

test.each([
  ['an empty object', {}],
  ['the largest text that may be copied', { text: 'x'.repeat(2_000_000) }],
  ['an object within', { secret: { kind: 'source', tokenId: 't' } }],
  ['no code yet', { login: 'a', password: 'b', verificationCode: null }],
  ['a thousand devices', { deviceIds: Array.from({ length: 1_000 }, (_, i) => `${i}`) }],
  ['the most tokens that may be asked about', mostTokens],
  ['an answer that is yes or no', { refresh: true }],
])('a payload may hold %s', (_name, payload) => {
  expect(couldBeRequest(payload)).toBe(true);
});

test('what may be asked at most is what main takes at most', () => {
  expect(v.is(requestSchemas['verdicts.check'], mostTokens)).toBe(true);
  const tokens = [...mostTokens.tokens, token(5_000)];
  expect(v.is(requestSchemas['verdicts.check'], { ...mostTokens, tokens })).toBe(false);
});

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 'x');

const cycle: { self?: unknown } = {};
cycle.self = cycle;

test.each([
  ['ten million characters', { text: 'x'.repeat(10_000_000) }],
  ['as many deep inside', { a: { b: { c: 'x'.repeat(10_000_000) } } }],
  ['a name of as many', { ['x'.repeat(10_000_000)]: 1 }],
  ['very many values', Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))],
  ['a list of very many', { text: Array.from({ length: 50_000 }, () => 'x') }],
  ['a list that says it is longer than memory', { text: new Array(4_000_000_000) }],
  ['lists in lists without end', { text: nested(5_000) }],
  ['bytes', { text: new Uint8Array(8) }],
  ['a map', { text: new Map() }],
  ['itself', cycle],
  ['a function', { text: () => 'x' }],
  ['a number without end', { text: 10n ** 1000n }],
])('no request holds %s', (_name, payload) => {
  expect(couldBeRequest(payload)).toBe(false);
});

const held = (): { readonly promise: Promise<void>; readonly release: () => void } => {
  let release = (): void => undefined;
  const promise = new Promise<void>((resolve) => (release = resolve));
  return { promise, release };
};

test('so many run at once, and the rest in the order they came', async () => {
  const gate = createGate(2);
  const started: number[] = [];
  const holds = Array.from({ length: 4 }, held);
  const runs = holds.map(({ promise }, index) =>
    gate(async () => {
      started.push(index);
      await promise;
      return index;
    }),
  );
  expect(started).toEqual([0, 1]);
  holds[1]?.release();
  await runs[1];
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);
  for (const { release } of holds) release();
  expect(await Promise.all(runs)).toEqual([0, 1, 2, 3]);
});

test('one that fails makes room for the next', async () => {
  const gate = createGate(1);
  const first = gate(() => Promise.reject(new Error('failed')));
  const second = gate(() => Promise.resolve('ran'));
  await expect(first).rejects.toThrow('failed');
  expect(await second).toBe('ran');
  expect(await gate(() => Promise.resolve('free'))).toBe('free');
});
