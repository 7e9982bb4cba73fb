import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createPlexClient } from '../create-plex-client.ts';
import type { PlexClient } from '../plex-client.ts';
import { createTestDeps } from '../testing/create-test-deps.ts';
import { sampleAccount } from '../testing/sample-account.ts';
import { send } from '../testing/send.ts';
import { startTestServer } from '../testing/start-test-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const { signal } = new AbortController();

/** A client of a Plex that always answers so. */
const plexAnswering = async (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly plex: PlexClient; readonly plexTv: TestServer }> => {
  const plexTv = await startTestServer((_request, response) =>
    send(response, status, body, headers),
  );
  server = plexTv;
  return { plex: createPlexClient(createTestDeps(plexTv.origin)), plexTv };
};

const form = { login: 'pat', password: 'a word', verificationCode: null };
const failedWith = (code: string, more: object = {}): object => ({
  ok: false,
  error: { code, ...more },
});
const coded = (code: number, status: number): object => ({
  errors: [{ code, message: 'made-up text', status }],
});

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

const pin = {
  id: 5550001,
  code: 'zq0fakefakefakefakefake0q',
  expiresIn: 1800,
  createdAt: '2026-01-02T03:04:05Z',
  expiresAt: '2026-01-02T03:34:05Z',
  authToken: null,
  newRegistration: null,
};

describe('PINs', () => {
  test('a strong one is asked for as such, without a token', async () => {
    const { plex, plexTv } = await plexAnswering(201, pin);
    expect(await plex.createPin(true, signal)).toEqual({
      ok: true,
      value: { id: 5550001, code: pin.code, expiresInMs: 1_800_000 },
    });
    expect(plexTv.requests).toMatchObject([
      { method: 'POST', path: '/api/v2/pins', body: 'strong=true' },
    ]);
    expect(plexTv.requests[0]?.headers).not.toHaveProperty('x-plex-token');
  });

  test('a four-character one is asked for without more', async () => {
    const { plex, plexTv } = await plexAnswering(201, { ...pin, code: 'ABCD', expiresIn: 900 });
    expect(await plex.createPin(false, signal)).toMatchObject({ value: { expiresInMs: 900_000 } });
    expect(plexTv.requests[0]?.body).toBe('');
  });

  test('without a stated life live by both of Plex’s own times, or 15 minutes', async () => {
    const { plex } = await plexAnswering(201, { ...pin, expiresIn: null });
    expect(await plex.createPin(true, signal)).toMatchObject({ value: { expiresInMs: 1_800_000 } });
    await server?.close();
    const bare = await plexAnswering(201, { id: 1, code: 'ABCD' });
    expect(await bare.plex.createPin(false, signal)).toMatchObject({
      value: { expiresInMs: 900_000 },
    });
  });

  test('are read from XML', async () => {
    const { plex } = await plexAnswering(
      201,
      '<pin id="7" code="ABCD" expiresIn="900" authToken=""/>',
    );
    expect(await plex.createPin(false, signal)).toEqual({
      ok: true,
      value: { id: 7, code: 'ABCD', expiresInMs: 900_000 },
    });
  });

  test('wait without a token, and answer it once approved', async () => {
    const waiting = await plexAnswering(200, pin);
    expect(await waiting.plex.checkPin(5550001, signal)).toEqual({
      ok: true,
      value: { token: null, expiresInMs: 1_800_000 },
    });
    expect(waiting.plexTv.requests).toMatchObject([
      { method: 'GET', path: '/api/v2/pins/5550001' },
    ]);
    await server?.close();
    const approved = await plexAnswering(200, { ...pin, authToken: 'zzFAKEzzPINzz', code: null });
    expect(await approved.plex.checkPin(5550001, signal)).toMatchObject({
      value: { token: 'zzFAKEzzPINzz' },
    });
  });

  test('that ran out may go on being answered: then nothing of their life is left', async () => {
    const { plex } = await plexAnswering(200, { ...pin, expiresIn: -12 });
    expect(await plex.checkPin(5550001, signal)).toEqual({
      ok: true,
      value: { token: null, expiresInMs: 0 },
    });
  });

  test('tell their end by Plex’s clock when they tell no life', async () => {
    const { plex } = await plexAnswering(
      200,
      { ...pin, expiresIn: null },
      { Date: 'Fri, 02 Jan 2026 03:33:05 GMT' },
    );
    expect(await plex.checkPin(5550001, signal)).toMatchObject({ value: { expiresInMs: 60_000 } });
  });

  test.each([
    [coded(1020, 404), 404, failedWith('plex.pinExpired')],
    [{ errors: [{ code: 1020, message: 'gone' }] }, 404, failedWith('plex.pinExpired')],
    [coded(1003, 429), 429, failedWith('plex.rateLimited', { retryAfterSeconds: null })],
    [{ ...pin, id: 99 }, 200, failedWith('plex.malformed')],
    [{ ...pin, authToken: 'a b' }, 200, failedWith('plex.malformed')],
    [{ ...pin, id: 1e300 }, 200, failedWith('plex.malformed')],
    ['<html>portal</html>', 200, failedWith('network.intercepted')],
  ])('asked for, %j with %i is an error', async (body, status, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.checkPin(5550001, signal)).toEqual(expected);
  });

  test('can’t be made without a code', async () => {
    const { plex } = await plexAnswering(201, { ...pin, code: '' });
    expect(await plex.createPin(true, signal)).toEqual(failedWith('plex.malformed'));
  });
});

describe('the pages of a sign-in', () => {
  const plex = createPlexClient(
    createTestDeps('https://plex.tv', {
      client: {
        product: 'Usher',
        version: '0.1.0',
        platform: 'Linux',
        platformVersion: '6.1',
        device: 'Linux PC',
        deviceName: 'Zoë’s [desk] & more',
      },
    }),
  );

  test('the page for the browser has everything in its fragment, brackets and spaces encoded', () => {
    const url = new URL(plex.authPageUrl({ code: 'zq0&fake' }));
    expect(`${url.origin}${url.pathname}${url.search}`).toBe('https://app.plex.tv/auth');
    expect(url.hash).toMatch(/^#\?clientID=7d0c0000-0000-4000-8000-000000000000&code=zq0%26fake&/);
    expect(url.hash).toContain('context%5Bdevice%5D%5Bproduct%5D=Usher');
    expect(url.hash).not.toMatch(/[+[\] ]/);
    expect(Object.fromEntries(new URLSearchParams(url.hash.slice(2)))).toEqual({
      clientID: '7d0c0000-0000-4000-8000-000000000000',
      code: 'zq0&fake',
      'context[device][product]': 'Usher',
      'context[device][version]': '0.1.0',
      'context[device][platform]': 'Linux',
      'context[device][platformVersion]': '6.1',
      'context[device][device]': 'Linux PC',
      'context[device][deviceName]': 'Zoë’s [desk] & more',
      'context[device][layout]': 'desktop',
    });
  });

  test('the page for a code can be read out, or comes with the code', () => {
    expect(plex.linkUrl).toBe('https://plex.tv/link');
    expect(plex.prefilledLinkUrl({ code: 'AB&D' })).toBe('https://plex.tv/link?pin=AB%26D');
  });
});

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
    [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: null })],
  ])('is not done on %i "%s": the token may still be good', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.signOut('zzFAKEzz')).toEqual(expected);
  });
});

test('no answer of any status and content makes an operation throw', async () => {
  let next: Response = new Response();
  const deps = createTestDeps('http://plex.invalid', {
    fetch: () => Promise.resolve(next.clone()),
  });
  const plex = createPlexClient(deps);
  const body = fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(sampleAccount)));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 200, max: 599 }), body, async (status, text) => {
      next = new Response([204, 205, 304].includes(status) ? null : text, { status });
      const route = { uri: 'http://server.invalid', kind: 'local', version: null } as const;
      const answers = await Promise.all([
        plex.signIn(form, signal),
        plex.getAccount('zzFAKEzz'),
        plex.createPin(true, signal),
        plex.checkPin(1, signal),
        plex.listResources('zzFAKEzz'),
        plex.signOut('zzFAKEzz'),
        plex.getAvatar('https://plex.invalid/a'),
        plex.mintTransientToken(route, 'zzFAKEzz'),
        plex.askSource(route, 'zzFAKEzz', 'server://a', false),
      ]);
      expect(answers.every((answer) => typeof answer.ok === 'boolean')).toBe(true);
    }),
  );
});
