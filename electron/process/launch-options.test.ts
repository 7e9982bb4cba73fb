import { describe, expect, test } from 'vitest';
import { loopbackPlexEndpoints, readLaunchOptions, realPlexEndpoints } from './launch-options.ts';

const env = {
  USHER_PLEX_URL: 'http://127.0.0.1:3000',
  USHER_PROFILE: '/elsewhere',
  USHER_KEYCHAIN_SERVICE: 'Usher test',
};

describe('the USHER_ variables', () => {
  test('are obeyed in the source tree', () => {
    expect(readLaunchOptions(env, true)).toMatchObject({
      endpoints: { plexTv: 'http://127.0.0.1:3000' },
      isDemo: true,
      profileFolder: '/elsewhere',
      keychainService: 'Usher test',
      refusal: null,
    });
  });

  test('are ignored in the package', () => {
    expect(readLaunchOptions(env, false)).toEqual({
      endpoints: realPlexEndpoints,
      isDemo: false,
      profileFolder: null,
      keychainService: 'Usher',
      refusal: null,
    });
  });

  test('never send a token to another computer', () => {
    const elsewhere = { USHER_PLEX_URL: 'https://example.invalid' };
    expect(readLaunchOptions(elsewhere, true).refusal).not.toBeNull();
    expect(readLaunchOptions(elsewhere, true).endpoints).toEqual(realPlexEndpoints);
  });
});

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
