import { expect, test } from 'vitest';
import { isExposed } from './is-exposed.ts';

test.each([
  'http://192.0.2.5:32400',
  'http://attic.local:32400',
  'http://[2001:db8::5]:32400',
  'http://127.0.0.1.example:32400',
  'http://localhost.example',
  'http://0.0.0.0:32400',
  'nonsense',
])('%s is exposed', (uri) => {
  expect(isExposed(uri)).toBe(true);
});

test.each([
  'https://192.0.2.5:32400',
  'https://attic.local',
  'http://127.0.0.1:32400',
  'http://127.8.8.8:32400',
  'http://localhost:32400',
  'http://[::1]:32400',
])('%s is not', (uri) => {
  expect(isExposed(uri)).toBe(false);
});
