import { describe, expect, test } from 'vitest';
import { coded } from '../testing/coded.ts';
import { failedWith } from '../testing/failed-with.ts';
import { plexAnswering } from '../testing/plex-answering.ts';

describe('linking another device', () => {
  test('sends the code in the body, as Usher', async () => {
    const { plex, plexTv } = await plexAnswering(204, '');
    expect(await plex.linkPin('zzFAKEzz', 'ABCD')).toEqual({ ok: true, value: null });
    expect(plexTv.requests).toMatchObject([
      { method: 'PUT', path: '/api/v2/pins/link', body: 'code=ABCD' },
    ]);
    expect(plexTv.requests[0]?.headers).toMatchObject({
      'x-plex-product': 'Usher',
      'x-plex-token': 'zzFAKEzz',
      'x-plex-client-identifier': '7d0c0000-0000-4000-8000-000000000000',
    });
  });

  test('is asked once more as Plex SSO where Plex refuses Usher, and then no more', async () => {
    const { plex, plexTv } = await plexAnswering(400, coded(1004, 400));
    expect(await plex.linkPin('zzFAKEzz', 'ABCD')).toEqual(
      failedWith('plex.refused', { status: 400, plexCode: 1004 }),
    );
    expect(plexTv.requests.map(({ headers }) => headers['x-plex-product'])).toEqual([
      'Usher',
      'Plex SSO',
    ]);
  });

  test.each([
    [404, { errors: [{ code: 1020, message: 'gone' }] }, failedWith('link.codeUnknown')],
    [404, '', failedWith('link.codeUnknown')],
    [404, coded(1002, 404), failedWith('plex.refused', { status: 404, plexCode: 1002 })],
    [401, coded(1001, 401), failedWith('token.rejected')],
    [403, coded(1009, 403), failedWith('plex.refused', { status: 403, plexCode: 1009 })],
    [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
    [503, '', failedWith('plex.unavailable', { status: 503 })],
    [200, '<html>portal</html>', failedWith('network.intercepted')],
  ])('is not done on %i %j', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.linkPin('zzFAKEzz', 'ABCD')).toEqual(expected);
  });
});
