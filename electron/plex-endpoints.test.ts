import { expect, test } from 'vitest';
import { loopbackPlexEndpoints } from './plex-endpoints.ts';

test.each(['http://127.0.0.1:3000', 'http://localhost:3000/', 'http://[::1]:3000'])(
  'a Plex played on this computer may be used: %s',
  (url) => expect(loopbackPlexEndpoints(url)?.plexTv).toBe(new URL(url).origin),
);

test.each([
  'https://plex.example.invalid',
  'http://192.0.2.1:3000',
  'http://127.0.0.1.example.invalid',
  'http://localhost@example.invalid',
  'file:///etc/passwd',
  'not a url',
  '',
])('no other address can be set: %s', (url) => expect(loopbackPlexEndpoints(url)).toBeNull());
