import { describe, expect, test } from 'vitest';
import { coded } from '../testing/coded.ts';
import { failedWith } from '../testing/failed-with.ts';
import { plexAnswering } from '../testing/plex-answering.ts';
import { sampleAccount } from '../testing/sample-account.ts';

describe('asking for the account', () => {
  test('asks for everything, and answers it without a token', async () => {
    const { plex, plexTv } = await plexAnswering(200, sampleAccount);
    const answer = await plex.getAccount('zzFAKEzzASKINGzz');
    expect(answer).toMatchObject({ ok: true, value: { id: '4100001', roles: ['plexpass'] } });
    expect(JSON.stringify(answer)).not.toContain('zzFAKE');
    expect(plexTv.requests[0]?.headers['x-plex-token']).toBe('zzFAKEzzASKINGzz');
    expect(Object.fromEntries(plexTv.requests[0]?.query ?? [])).toEqual({
      includeSubscriptions: '1',
      includeProviders: '1',
      includeSettings: '1',
      includeSharedSettings: '1',
    });
  });

  test('takes the token it asked with out of the answer, wherever it stands', async () => {
    const { plex } = await plexAnswering(200, { ...sampleAccount, note: 'is zzFAKEzzASKINGzz' });
    expect(JSON.stringify(await plex.getAccount('zzFAKEzzASKINGzz'))).not.toContain('zzFAKE');
  });

  test('reads XML', async () => {
    const { plex } = await plexAnswering(
      200,
      '<user id="1" uuid="u" authToken="zzFAKEzz" title="Pat"/>',
    );
    expect(await plex.getAccount('zzFAKEzz')).toMatchObject({ ok: true, value: { title: 'Pat' } });
  });

  test.each([
    [coded(1001, 401), 401, failedWith('token.rejected')],
    ['<errors><error>Invalid token</error></errors>', 422, failedWith('token.rejected')],
    ['', 498, failedWith('token.rejected')],
    ['<html>portal</html>', 200, failedWith('network.intercepted')],
    ['<html>no</html>', 401, failedWith('network.intercepted')],
    [coded(1007, 500), 500, failedWith('plex.unavailable', { status: 500 })],
    [{ title: 'nobody' }, 200, failedWith('plex.malformed')],
  ])('answers %j with %i as an error', async (body, status, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.getAccount('zzFAKEzz')).toEqual(expected);
  });
});
