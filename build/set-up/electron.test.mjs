import { expect, test } from 'vitest';
import { mayAskAgain } from './electron.mjs';

const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 10);
const refusal = JSON.stringify({ version: '45.4.1', at: now - hour });

test('a download that failed an hour ago is not tried again', () => {
  expect(mayAskAgain(refusal, '45.4.1', now)).toBe(false);
});

test('it is tried again after a day', () => {
  expect(mayAskAgain(refusal, '45.4.1', now + 24 * hour)).toBe(true);
});

test('another version is tried at once', () => {
  expect(mayAskAgain(refusal, '45.5.0', now)).toBe(true);
});

test('a refusal from the future, after the clock was set back, does not hold', () => {
  expect(mayAskAgain(refusal, '45.4.1', now - 2 * hour)).toBe(true);
});

test('it is tried when nothing, or nothing readable, is remembered', () => {
  expect(mayAskAgain('', '45.4.1', now)).toBe(true);
  expect(mayAskAgain('{"version":', '45.4.1', now)).toBe(true);
});
