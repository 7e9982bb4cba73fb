import { describe, expect, test } from 'vitest';
import { createPlexClient } from '../plex-client.ts';
import { coded, failedWith, plexAnswering } from '../testing/answering.ts';
import { createTestDeps } from '../testing/test-deps.ts';

const { signal } = new AbortController();

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
    [coded(1003, 429), 429, failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
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
