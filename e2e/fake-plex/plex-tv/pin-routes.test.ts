import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, matching, type TestAnswer } from '../testing/ask.ts';

describe('signing in by PIN', () => {
  let fake: FakePlex;
  beforeEach(async () => {
    fake = await startFakePlex();
  });
  afterEach(() => fake.stop());

  const create = (query = '', init: RequestInit = {}): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}/api/v2/pins${query}`, {
      method: 'POST',
      headers: clientHeaders(),
      ...init,
    });
  const poll = (pin: TestAnswer, headers = clientHeaders()): Promise<TestAnswer> => {
    const id = (/"id":(\d+)/.exec(pin.text) ?? [])[1] ?? '';
    return ask(`${fake.baseUrl}/api/v2/pins/${id}`, { headers });
  };
  const link = (code: string, headers: Record<string, string>): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}/api/v2/pins/link`, {
      method: 'PUT',
      headers,
      body: new URLSearchParams({ code }),
    });

  test('begins with a code of four characters that lives 15 minutes', async () => {
    const pin = await create();
    expect(pin.status).toBe(201);
    expect(pin.read('code')).toMatch(/^[A-Z0-9]{4}$/);
    expect(pin.json).toMatchObject({
      expiresIn: 900,
      product: 'Test Client',
      clientIdentifier: 'test-client-1',
      trusted: false,
      authToken: null,
      newRegistration: null,
      location: { country: 'New Zealand' },
      createdAt: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  test('gives a strong one, 25 characters for 30 minutes, asked by query, form or JSON', async () => {
    const json = { ...clientHeaders(), 'Content-Type': 'application/json' };
    const pins = await Promise.all([
      create('?strong=true'),
      create('', { body: new URLSearchParams({ strong: 'true' }) }),
      create('', { headers: json, body: JSON.stringify({ strong: true }) }),
    ]);
    for (const pin of pins) {
      expect(pin.read('code')).toMatch(/^[a-z0-9]{25}$/);
      expect(pin.json).toMatchObject({ expiresIn: 1800 });
    }
  });

  test('calls the product "0" when none was named', async () => {
    const pin = await create('', { headers: { 'X-Plex-Client-Identifier': 'test-client-1' } });
    expect(pin.text).toMatch(/<pin id="\d+" code="[A-Z0-9]{4}" product="0" .*authToken=""/);
  });

  test('ends with a token once somebody has approved, and the token is theirs', async () => {
    const pin = await create('?strong=true');
    expect((await poll(pin)).json).toMatchObject({ authToken: null });
    expect(fake.approvePin(pin.read('code'), 'sam')).toBe(true);
    const claimed = await poll(pin);
    expect(claimed.json).toMatchObject({ newRegistration: false });
    const user = await ask(`${fake.baseUrl}/api/v2/user`, {
      headers: clientHeaders(claimed.read('authToken')),
    });
    expect(user.json).toMatchObject({ username: 'sam' });
  });

  test('is nobody’s but the client’s that asked: another identifier gets 404 with 1020 and no status', async () => {
    const pin = await create();
    const headers = { ...clientHeaders(), 'X-Plex-Client-Identifier': 'another' };
    const answer = await poll(pin, headers);
    expect(answer.status).toBe(404);
    expect(answer.json).toEqual({ errors: [{ code: 1020, message: matching(/./) }] });
  });

  test('counts down by the clock of the fake, and at the end is gone', async () => {
    const pin = await create();
    fake.clock.advance(899_000);
    expect((await poll(pin)).json).toMatchObject({ expiresIn: 1 });
    fake.clock.advance(1_000);
    expect((await poll(pin)).json).toMatchObject({ errors: [{ code: 1020 }] });
    expect(fake.approvePin(pin.read('code'), 'sam')).toBe(false);
  });

  test('after its end may stay 200 with a null token instead, where that is set', async () => {
    fake.settings.expiredPin = 'null';
    fake.settings.weakPinSeconds = 5;
    const pin = await create();
    fake.clock.advance(6_000);
    const answer = await poll(pin);
    expect([answer.status, answer.json]).toMatchObject([200, { authToken: null, expiresIn: 0 }]);
  });

  test('can be approved in the last second', async () => {
    const pin = await create();
    fake.clock.advance(899_500);
    expect(fake.approvePin(pin.read('code'), 'robin')).toBe(true);
    expect((await poll(pin)).read('authToken')).toMatch(/^zzFAKE/);
  });

  test('is approved from another signed-in app by its four characters: 204, once', async () => {
    const pin = await create();
    const sso = { ...clientHeaders(fake.grantToken('robin')), 'X-Plex-Product': 'Plex SSO' };
    expect((await link(pin.read('code').toLowerCase(), sso)).status).toBe(204);
    expect((await poll(pin)).read('authToken')).toMatch(/^zzFAKE/);
    expect((await link(pin.read('code'), sso)).json).toMatchObject({ errors: [{ code: 1020 }] });
  });

  test('is not approved by that route without a token, when strong, or as another product where that is asked for', async () => {
    const token = fake.grantToken('robin');
    const weak = (await create()).read('code');
    const strong = (await create('?strong=true')).read('code');
    const sso = { ...clientHeaders(token), 'X-Plex-Product': 'Plex SSO' };
    expect((await link(weak, { ...clientHeaders(), 'X-Plex-Product': 'Plex SSO' })).status).toBe(
      401,
    );
    expect((await link(strong, sso)).status).toBe(404);
    fake.settings.linksForSsoOnly = true;
    expect((await link(weak, clientHeaders(token))).status).toBe(400);
    fake.settings.linksForSsoOnly = false;
    expect((await link(weak, clientHeaders(token))).status).toBe(204);
  });

  test('shows a QR code to anybody who has the code', async () => {
    const pin = await create();
    const picture = await fetch(pin.read('qr'));
    expect(picture.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await ask(`${fake.baseUrl}/api/v2/pins/qr/NONE`)).status).toBe(404);
  });
});
