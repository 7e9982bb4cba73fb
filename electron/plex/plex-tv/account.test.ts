import { describe, expect, test } from 'vitest';
import { createPlexClient } from '../plex-client.ts';
import { coded, failedWith, plexAnswering } from '../testing/answering.ts';
import { createTestDeps } from '../testing/test-deps.ts';
import { sampleAccount } from '../testing/sample-account.ts';

const { uuid } = sampleAccount;
const switched = { ...sampleAccount, authToken: 'zzFAKEzzSWITCHEDzz' };
const withoutPin = { uuid, pin: null };
const withPin = { uuid, pin: '1357' };

describe('switching to a Home user', () => {
  test.each([201, 200])('answers the account and its token on %i', async (status) => {
    const { plex } = await plexAnswering(status, switched);
    expect(await plex.switchHomeUser('zzFAKEzz', withoutPin)).toMatchObject({
      value: { token: 'zzFAKEzzSWITCHEDzz', account: { identity: { uuid } } },
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

const { signal } = new AbortController();

const form = { login: 'pat', password: 'a word', verificationCode: null, rememberMe: true };

describe('signing in with a password', () => {
  test.each([200, 201])('answers token and account on %i', async (status) => {
    const { plex, plexTv } = await plexAnswering(status, sampleAccount);
    const answer = await plex.signIn(form, signal);
    expect(answer).toMatchObject({
      ok: true,
      value: { token: 'zzFAKEzzACCOUNTzz001', account: { identity: { uuid: '00aa11bb22cc33dd' } } },
    });
    expect(plexTv.requests).toMatchObject([{ method: 'POST', path: '/api/v2/users/signin' }]);
    expect([...new URLSearchParams(plexTv.requests[0]?.body)]).toEqual([
      ['login', 'pat'],
      ['password', 'a word'],
      ['rememberMe', 'true'],
    ]);
    expect(plexTv.requests[0]?.headers).not.toHaveProperty('x-plex-token');
  });

  test.each([true, false])('asks Plex to remember it or not: %s', async (rememberMe) => {
    const { plex, plexTv } = await plexAnswering(201, sampleAccount);
    const answer = await plex.signIn({ ...form, rememberMe }, signal);
    expect(answer).toMatchObject({ value: { isRemembered: rememberMe } });
    const sent = new URLSearchParams(plexTv.requests[0]?.body);
    expect(sent.get('rememberMe')).toBe(String(rememberMe));
  });

  test('keeps the token out of the account', async () => {
    const { plex } = await plexAnswering(201, sampleAccount);
    const answer = await plex.signIn(form, signal);
    expect(JSON.stringify(answer.ok ? answer.value.account : null)).not.toContain('zzFAKE');
  });

  test('sends the verification code when there is one', async () => {
    const { plex, plexTv } = await plexAnswering(201, sampleAccount);
    await plex.signIn({ ...form, verificationCode: '123456' }, signal);
    expect(new URLSearchParams(plexTv.requests[0]?.body).get('verificationCode')).toBe('123456');
  });

  test.each([
    [coded(1001, 401), 401, failedWith('plex.badCredentials')],
    [coded(1029, 401), 401, failedWith('plex.codeRequired')],
    [
      '<errors><error code="1028" message="m" status="401"/></errors>',
      401,
      failedWith('plex.codeWrong'),
    ],
    [coded(1030, 401), 401, failedWith('plex.emailRequired')],
    [coded(1031, 401), 401, failedWith('plex.addressBlocked')],
    [coded(1003, 429), 429, failedWith('plex.rateLimited', { retryAfterSeconds: 7 })],
    [coded(1000, 400), 400, failedWith('plex.refused', { status: 400, plexCode: 1000 })],
    ['<html>portal</html>', 200, failedWith('network.intercepted')],
    ['<html>are you human?</html>', 403, failedWith('plex.browserRequired')],
    ['<html>are you human?</html>', 401, failedWith('plex.browserRequired')],
    ['<html>down</html>', 503, failedWith('plex.unavailable', { status: 503 })],
    ['{"id":1,"uuid":"u","authToken":', 201, failedWith('plex.malformed')],
    [{ id: 1, uuid: 'u' }, 201, failedWith('plex.malformed')],
    [{ id: 1, uuid: 'u', authToken: '' }, 201, failedWith('plex.malformed')],
    [{ id: 1, uuid: 'u', authToken: 'a\nb' }, 201, failedWith('plex.malformed')],
    ['', 201, failedWith('plex.malformed')],
  ])('answers %j with %i as an error', async (body, status, expected) => {
    const { plex, plexTv } = await plexAnswering(status, body, { 'Retry-After': '7' });
    expect(await plex.signIn(form, signal)).toEqual(expected);
    // Trying again by itself would have the address blocked.
    expect(plexTv.requests).toHaveLength(1);
  });

  test('answers a cancelled sign-in as that', async () => {
    const { plex } = await plexAnswering(201, sampleAccount);
    expect(await plex.signIn(form, AbortSignal.abort())).toEqual(failedWith('signIn.cancelled'));
  });
});

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

describe('asking for the account', () => {
  test('asks for everything, and answers it without a token', async () => {
    const { plex, plexTv } = await plexAnswering(200, sampleAccount);
    const answer = await plex.getAccount('zzFAKEzzASKINGzz');
    expect(answer).toMatchObject({
      ok: true,
      value: { identity: { id: '4100001' }, roles: ['plexpass'] },
    });
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
    expect(await plex.getAccount('zzFAKEzz')).toMatchObject({
      ok: true,
      value: { identity: { title: 'Pat' } },
    });
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
