import { describe, expect, test } from 'vitest';
import { coded } from '../testing/coded.ts';
import { failedWith } from '../testing/failed-with.ts';
import { plexAnswering } from '../testing/plex-answering.ts';
import { sampleAccount } from '../testing/sample-account.ts';

const { signal } = new AbortController();

const form = { login: 'pat', password: 'a word', verificationCode: null };

describe('signing in with a password', () => {
  test.each([200, 201])('answers token and account on %i', async (status) => {
    const { plex, plexTv } = await plexAnswering(status, sampleAccount);
    const answer = await plex.signIn(form, signal);
    expect(answer).toMatchObject({
      ok: true,
      value: { token: 'zzFAKEzzACCOUNTzz001', account: { uuid: '00aa11bb22cc33dd' } },
    });
    expect(plexTv.requests).toMatchObject([{ method: 'POST', path: '/api/v2/users/signin' }]);
    expect([...new URLSearchParams(plexTv.requests[0]?.body)]).toEqual([
      ['login', 'pat'],
      ['password', 'a word'],
      ['rememberMe', 'true'],
    ]);
    expect(plexTv.requests[0]?.headers).not.toHaveProperty('x-plex-token');
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
