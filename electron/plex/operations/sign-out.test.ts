import { describe, expect, test } from 'vitest';
import { coded } from '../testing/coded.ts';
import { failedWith } from '../testing/failed-with.ts';
import { plexAnswering } from '../testing/plex-answering.ts';

describe('signing out', () => {
  test.each([
    [204, ''],
    [200, '{}'],
    [401, JSON.stringify(coded(1001, 401))],
    [422, '<errors><error>Invalid token</error></errors>'],
    [498, ''],
  ])('is done on %i', async (status, body) => {
    const { plex, plexTv } = await plexAnswering(status, body);
    expect(await plex.signOut('zzFAKEzz')).toEqual({ ok: true, value: null });
    expect(plexTv.requests).toMatchObject([{ method: 'DELETE', path: '/api/v2/users/signout' }]);
  });

  test.each([
    [200, '<html>portal</html>', failedWith('network.intercepted')],
    [401, '<html>portal</html>', failedWith('network.intercepted')],
    [422, '', failedWith('plex.refused', { status: 422, plexCode: null })],
    [503, '', failedWith('plex.unavailable', { status: 503 })],
    [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
  ])('is not done on %i "%s": the token may still be good', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.signOut('zzFAKEzz')).toEqual(expected);
  });
});
