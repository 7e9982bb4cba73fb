import { expect, test } from 'vitest';
import { dependenciesMatch, manifestMatchesLock } from './dependencies.mjs';

const solid = { version: '1.9.19', integrity: 'sha512-solid' };
const forMac = { version: '2.3.3', integrity: 'sha512-mac', optional: true };
const lock = {
  packages: { '': {}, 'node_modules/solid-js': solid, 'node_modules/fsevents': forMac },
};

test('an install by npm that left out what is for other systems matches', () => {
  expect(dependenciesMatch(lock, { packages: { 'node_modules/solid-js': solid } })).toBe(true);
});

test('a missing package does not match', () => {
  expect(dependenciesMatch(lock, { packages: {} })).toBe(false);
});

test('no note by npm, as after an install that was stopped, does not match', () => {
  expect(dependenciesMatch(lock, {})).toBe(false);
});

test('another version does not match', () => {
  const other = { ...solid, version: '1.9.18' };
  expect(dependenciesMatch(lock, { packages: { 'node_modules/solid-js': other } })).toBe(false);
});

test('the same version with other contents does not match', () => {
  const other = { ...solid, integrity: 'sha512-else' };
  expect(dependenciesMatch(lock, { packages: { 'node_modules/solid-js': other } })).toBe(false);
});

test('a package nobody asked for does not match', () => {
  const packages = { 'node_modules/solid-js': solid, 'node_modules/left-over': solid };
  expect(dependenciesMatch(lock, { packages })).toBe(false);
});

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
