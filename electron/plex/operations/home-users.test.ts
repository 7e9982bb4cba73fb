import { describe, expect, test } from 'vitest';
import { createPlexClient } from '../create-plex-client.ts';
import { coded } from '../testing/coded.ts';
import { createTestDeps } from '../testing/create-test-deps.ts';
import { failedWith } from '../testing/failed-with.ts';
import { plexAnswering } from '../testing/plex-answering.ts';
import { sampleAccount } from '../testing/sample-account.ts';

const { uuid } = sampleAccount;
const switched = { ...sampleAccount, authToken: 'zzFAKEzzSWITCHEDzz' };
const withoutPin = { uuid, pin: null };
const withPin = { uuid, pin: '1357' };

describe('switching to a Home user', () => {
  test.each([201, 200])('answers the account and its token on %i', async (status) => {
    const { plex } = await plexAnswering(status, switched);
    expect(await plex.switchHomeUser('zzFAKEzz', withoutPin)).toMatchObject({
      value: { token: 'zzFAKEzzSWITCHEDzz', account: { uuid } },
    });
  });

  test('sends the PIN in the query, where alone Plex takes it, and nothing in the body', async () => {
    const { plex, plexTv } = await plexAnswering(201, switched);
    await plex.switchHomeUser('zzFAKEzz', withPin);
    await plex.switchHomeUser('zzFAKEzz', withoutPin);
    const path = `/api/v2/home/users/${uuid}/switch`;
    expect(
      plexTv.requests.map((one) => [one.method, one.path, one.query.toString(), one.body]),
    ).toEqual([
      ['POST', path, 'pin=1357', ''],
      ['POST', path, '', ''],
    ]);
    expect(plexTv.requests[0]?.headers['x-plex-token']).toBe('zzFAKEzz');
  });

  test.each([
    ['https://plex.invalid', 'network.offline'],
    ['http://127.0.0.1:9', 'network.offline'],
    ['http://plex.invalid', 'network.untrusted'],
  ])('asks %s, with a PIN, over https or on this computer alone', async (origin, code) => {
    const asked: string[] = [];
    const deps = createTestDeps(origin, {
      fetch: (input) => {
        asked.push(input instanceof Request ? input.url : input.toString());
        return Promise.reject(new TypeError('fetch failed'));
      },
    });
    const plex = createPlexClient(deps);
    expect(await plex.switchHomeUser('zzFAKEzz', withPin)).toEqual(failedWith(code));
    expect(asked).toHaveLength(code === 'network.untrusted' ? 0 : 1);
  });

  test('asks once, whatever comes back', async () => {
    for (const status of [403, 429, 503]) {
      const { plex, plexTv } = await plexAnswering(status, '');
      await plex.switchHomeUser('zzFAKEzz', withPin);
      expect(plexTv.requests).toHaveLength(1);
    }
  });

  test.each([
    [403, coded(1041, 403)],
    [403, { errors: [{ code: 1041, message: 'no status here' }] }],
    [403, '<errors><error code="1041" message="made-up text"/></errors>'],
    [403, ''],
    [403, '{}'],
  ])('takes %i %j for a PIN that is missing, or wrong if one was sent', async (status, body) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.switchHomeUser('zzFAKEzz', withoutPin)).toEqual(
      failedWith('plex.pinRequired'),
    );
    expect(await plex.switchHomeUser('zzFAKEzz', withPin)).toEqual(failedWith('plex.pinWrong'));
  });

  test.each([
    [404, coded(1002, 404), failedWith('home.memberNotFound')],
    [404, '', failedWith('home.memberNotFound')],
    [403, coded(1009, 403), failedWith('plex.refused', { status: 403, plexCode: 1009 })],
    [401, coded(1001, 401), failedWith('token.rejected')],
    [422, '<errors><error>Invalid token</error></errors>', failedWith('token.rejected')],
    [429, coded(1003, 429), failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
    [403, '<html>portal</html>', failedWith('network.intercepted')],
    [201, { ...sampleAccount, authToken: '' }, failedWith('plex.malformed')],
    [201, { ...switched, uuid: 'somebody-else' }, failedWith('plex.malformed')],
    [201, { ...sampleAccount, authToken: 'zzFAKEzz' }, failedWith('plex.malformed')],
  ])('is an error on %i %j', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.switchHomeUser('zzFAKEzz', withPin)).toEqual(expected);
  });

  test('passes on how long Plex wants to be left alone', async () => {
    const { plex } = await plexAnswering(429, '', { 'Retry-After': '40' });
    expect(await plex.switchHomeUser('zzFAKEzz', withPin)).toEqual(
      failedWith('plex.rateLimited', { retryAfterSeconds: 40 }),
    );
  });
});

describe('listing a Home', () => {
  test.each([
    [200, { users: [] }, { ok: true, value: { name: null, members: [] } }],
    [200, {}, failedWith('plex.malformed')],
    [200, '<html>portal</html>', failedWith('network.intercepted')],
    [401, coded(1001, 401), failedWith('token.rejected')],
    [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
  ])('on %i %j', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.listHomeUsers('zzFAKEzz')).toEqual(expected);
  });
});
