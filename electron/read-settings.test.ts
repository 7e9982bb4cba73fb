import { describe, expect, test } from 'vitest';
import { realPlexEndpoints } from './plex-endpoints.ts';
import { readSettings } from './read-settings.ts';

const env = {
  USHER_PLEX_URL: 'http://127.0.0.1:3000',
  USHER_PROFILE: '/elsewhere',
  USHER_KEYCHAIN_SERVICE: 'Usher test',
};

describe('the USHER_ variables', () => {
  test('are obeyed in the source tree', () => {
    expect(readSettings(env, true)).toMatchObject({
      endpoints: { plexTv: 'http://127.0.0.1:3000' },
      isDemo: true,
      profileFolder: '/elsewhere',
      keychainService: 'Usher test',
      refusal: null,
    });
  });

  test('are ignored in the package', () => {
    expect(readSettings(env, false)).toEqual({
      endpoints: realPlexEndpoints,
      isDemo: false,
      profileFolder: null,
      keychainService: 'Usher',
      refusal: null,
    });
  });

  test('never send a token to another computer', () => {
    const elsewhere = { USHER_PLEX_URL: 'https://example.invalid' };
    expect(readSettings(elsewhere, true).refusal).not.toBeNull();
    expect(readSettings(elsewhere, true).endpoints).toEqual(realPlexEndpoints);
  });
});
