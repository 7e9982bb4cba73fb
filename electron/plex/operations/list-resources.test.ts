import { describe, expect, test } from 'vitest';
import { coded } from '../testing/coded.ts';
import { failedWith } from '../testing/failed-with.ts';
import { plexAnswering } from '../testing/plex-answering.ts';

describe('asking for servers', () => {
  test('asks for every kind of address', async () => {
    const { plex, plexTv } = await plexAnswering(200, [
      { clientIdentifier: 'aaaa', provides: 'server', accessToken: 'zzFAKEzzSERVERzz' },
      { clientIdentifier: 'bbbb', provides: 'player' },
    ]);
    expect(await plex.listResources('zzFAKEzz')).toMatchObject({
      ok: true,
      value: [{ server: { id: 'aaaa' }, accessToken: 'zzFAKEzzSERVERzz' }],
    });
    expect(plexTv.requests).toMatchObject([{ method: 'GET', path: '/api/v2/resources' }]);
    expect(plexTv.requests[0]?.query.toString()).toBe(
      'includeHttps=1&includeRelay=1&includeIPv6=1',
    );
  });

  test.each([
    [coded(1001, 401), 401, failedWith('token.rejected')],
    [{ not: 'a list' }, 200, failedWith('plex.malformed')],
    ['<html>portal</html>', 200, failedWith('network.intercepted')],
  ])('answers %j with %i as an error', async (body, status, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.listResources('zzFAKEzz')).toEqual(expected);
  });
});
