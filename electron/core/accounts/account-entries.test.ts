import { expect, test } from 'vitest';
import { jwtEnd } from './account-entries.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown): string =>
  `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part(claims)}.sig`;

test('a JWT ends at its exp', () => {
  expect(jwtEnd(jwt({ iss: 'plex.tv', exp: 1_767_926_801 }))).toBe(1_767_926_801_000);
});

test.each([
  ['a classic token', 'zzFAKEzzACCOUNTzz001'],
  ['a transient token', 'transient-00000000-0000-4000-8000-000000000001'],
  ['a JWT without an end', jwt({ iss: 'plex.tv' })],
  ['a JWT whose end is no number', jwt({ exp: 'soon' })],
  ['a JWT whose end is too great to be a number', jwt({ exp: 1e999 })],
  ['what only looks like a JWT', 'eyJhbGciOiJub25lIn0.not json.x'],
  ['what only looks like a JWT, empty', 'eyJ..'],
])('%s has no known end', (_case, token) => {
  expect(jwtEnd(token)).toBeNull();
});
