import { expect, test } from 'vitest';
import { manifestMatchesLock } from './manifest-matches-lock.mjs';

const dependencies = { valibot: '1.5.0', uqr: '0.1.3' };

test('the order of the dependencies does not matter', () => {
  const lock = { packages: { '': { dependencies: { uqr: '0.1.3', valibot: '1.5.0' } } } };
  expect(manifestMatchesLock({ dependencies }, lock)).toBe(true);
});

test('a dependency added to package.json alone is noticed', () => {
  const lock = { packages: { '': { dependencies: { uqr: '0.1.3' } } } };
  expect(manifestMatchesLock({ dependencies }, lock)).toBe(false);
});

test('a dependency that moved to another kind is noticed', () => {
  const lock = { packages: { '': { devDependencies: dependencies } } };
  expect(manifestMatchesLock({ dependencies }, lock)).toBe(false);
});
