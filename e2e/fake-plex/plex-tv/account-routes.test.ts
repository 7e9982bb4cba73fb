import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, matching, signIn } from '../testing/ask.ts';

const ROBIN = { login: 'robin', password: 'robin-demo-password' };
const SAM = { login: 'sam', password: 'sam-demo-password' };

function refusal(code: number): unknown {
  return { errors: [expect.objectContaining({ code, status: 401 })] };
}

describe('signing in with a password', () => {
  let fake: FakePlex;
  beforeEach(async () => {
    fake = await startFakePlex();
  });
  afterEach(() => fake.stop());

  test('answers 201 with the whole account and a token', async () => {
    const answer = await signIn(fake, SAM);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ username: 'sam', pastSubscriptions: [{}], trials: [] });
    expect(answer.read('authToken')).toMatch(/^[A-Za-z0-9_-]{20}$/);
  });

  test('takes the e-mail address as well as the user name, in any case', async () => {
    expect((await signIn(fake, { ...SAM, login: 'SAM@example.invalid' })).status).toBe(201);
  });

  test('asks an account with two-factor sign-in for its code: 1029, then 1028 for a wrong one', async () => {
    expect((await signIn(fake, ROBIN)).json).toEqual(refusal(1029));
    expect((await signIn(fake, { ...ROBIN, verificationCode: '000000' })).json).toEqual(
      refusal(1028),
    );
    expect((await signIn(fake, { ...ROBIN, verificationCode: '246810' })).status).toBe(201);
  });

  test('does not take the code appended to the password', async () => {
    const appended = { login: 'robin', password: 'robin-demo-password246810' };
    expect((await signIn(fake, appended)).json).toEqual(refusal(1001));
  });

  test('refuses a wrong password, an unknown user and an account without a password alike: 1001', async () => {
    const logins = ['sam', 'nobody', 'noor'];
    for (const login of logins) {
      expect((await signIn(fake, { login, password: 'wrong' })).json).toEqual(refusal(1001));
    }
  });

  test('sends who signs in by e-mail only away from the user name: 1030', async () => {
    const password = 'edith-demo-password';
    expect((await signIn(fake, { login: 'edith', password })).json).toEqual(refusal(1030));
    expect((await signIn(fake, { login: 'edith@example.invalid', password })).status).toBe(201);
  });

  test('turns the address away after repeated failures (1031), even with the right password, for a while', async () => {
    for (let failure = 0; failure < 5; failure += 1) {
      await signIn(fake, { ...SAM, password: 'wrong' });
    }
    expect((await signIn(fake, SAM)).json).toEqual(refusal(1031));
    fake.clock.advance(15 * 60_000);
    expect((await signIn(fake, SAM)).status).toBe(201);
  });

  test('takes a form only: JSON, or a missing field, is 400 with 1004', async () => {
    const asJson = await ask(`${fake.baseUrl}/api/v2/users/signin`, {
      method: 'POST',
      headers: { ...clientHeaders(), 'Content-Type': 'application/json' },
      body: JSON.stringify(SAM),
    });
    expect([asJson.status, asJson.json]).toMatchObject([400, { errors: [{ code: 1004 }] }]);
    expect((await signIn(fake, { login: 'sam' })).json).toMatchObject({ errors: [{ code: 1004 }] });
    expect((await signIn(fake, { password: 'x' })).json).toMatchObject({
      errors: [{ code: 1004 }],
    });
  });

  test('takes yes or no for whether it is to be remembered, and nothing else', async () => {
    for (const rememberMe of ['true', 'false']) {
      expect((await signIn(fake, { ...SAM, rememberMe })).status).toBe(201);
    }
    expect((await signIn(fake, { ...SAM, rememberMe: 'maybe' })).json).toMatchObject({
      errors: [{ code: 1004 }],
    });
  });

  test('refuses in XML who does not ask for JSON', async () => {
    const answer = await ask(`${fake.baseUrl}/api/v2/users/signin`, {
      method: 'POST',
      headers: { 'X-Plex-Client-Identifier': 'test-client-1' },
      body: new URLSearchParams(ROBIN),
    });
    expect(answer.contentType).toContain('application/xml');
    expect(answer.text).toMatch(
      /<errors><error code="1029" message="[^"]+" status="401"\/><\/errors>/,
    );
  });

  test('answers 429 with Retry-After when a fault says so', async () => {
    fake.faults.add({
      match: { path: '/api/v2/users/signin' },
      times: 1,
      action: {
        status: 429,
        headers: { 'Retry-After': '7' },
        body: '{"errors":[{"code":1003,"message":"slow down","status":429}]}',
      },
    });
    const limited = await signIn(fake, SAM);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await signIn(fake, SAM)).status).toBe(201);
  });

  test('makes a device of the client that signed in, and one only, however often it does', async () => {
    await signIn(fake, SAM);
    await signIn(fake, SAM);
    const devices = fake.sessions.devicesOf(fake.user('sam'));
    expect(devices.map(({ identity }) => [identity.clientIdentifier, identity.product])).toEqual([
      ['test-client-1', 'Test Client'],
    ]);
  });
});

describe('the account behind a token', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  test('comes with everything the record holds, secrets included', async () => {
    const token = fake.grantToken('robin');
    const answer = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      authToken: token,
      username: 'robin',
      subscription: { active: true, plan: 'lifetime' },
      services: [{ status: 'online' }, { status: 'offline' }, { token: null }],
      thumb: matching(/^http:\/\/127\.0\.0\.1:\d+\/users\/00f0000000000001\/avatar/),
    });
  });

  test('comes with past subscriptions and trials where that is set, else without', async () => {
    const headers = clientHeaders(fake.grantToken('robin'));
    const read = async (): Promise<unknown> =>
      (await ask(`${fake.baseUrl}/api/v2/user`, { headers })).json;
    expect(await read()).not.toHaveProperty('pastSubscriptions');
    expect(await read()).not.toHaveProperty('trials');
    fake.settings.tellsPastAlways = true;
    expect(await read()).toMatchObject({
      pastSubscriptions: [{ mode: 'yearly' }, { mode: 'monthly' }],
      trials: [{ state: 'ended' }],
    });
    fake.settings.tellsPastAlways = false;
  });

  test.each(['robin', 'sam', 'edith', 'noor', 'juno', 'visitor', 'wren', 'ada'])(
    'is well-formed in JSON and in XML for %s',
    async (name) => {
      const token = fake.grantToken(name);
      const asJson = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
      expect(asJson.json).toMatchObject({ id: fake.user(name).id, uuid: fake.user(name).uuid });
      const asXml = await ask(`${fake.baseUrl}/api/v2/user`, {
        headers: { ...clientHeaders(token), Accept: '*/*' },
      });
      expect(asXml.text).toMatch(/^<\?xml [^>]+>\n<user [^<>]*authToken="[^"]+"/);
      expect(asXml.text).not.toMatch(/<script|undefined|\[object/);
    },
  );

  test('tells the date of a subscription in XML as python-plexapi has seen it', async () => {
    const answer = await ask(`${fake.baseUrl}/api/v2/user`, {
      headers: { ...clientHeaders(fake.grantToken('robin')), Accept: 'text/xml' },
    });
    expect(answer.text).toContain('subscribedAt="2019-05-06 07:08:09 UTC"');
    expect(answer.text).toContain('<entitlement id="all"/>');
    expect(answer.text).toContain('<features><feature id="home"/>');
  });

  test('is refused with 1001 for no token and for one that never was', async () => {
    for (const token of [undefined, 'zzFAKE-never-issued-']) {
      const answer = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
      expect([answer.status, answer.json]).toMatchObject([401, { errors: [{ code: 1001 }] }]);
    }
  });

  test('takes token and client identifier from the query too', async () => {
    const query = new URLSearchParams({
      'X-Plex-Token': fake.grantToken('sam'),
      'X-Plex-Client-Identifier': 'test-client-1',
    });
    expect((await ask(`${fake.baseUrl}/api/v2/user?${query.toString()}`)).status).toBe(200);
  });

  test("is not told for a server's access token or a transient token", async () => {
    const attic = fake.server('Attic');
    const robin = fake.user('robin');
    for (const token of [attic.accessTokenOf(robin), attic.mintTransient(robin)]) {
      const answer = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
      expect(answer.status).toBe(401);
    }
  });

  test('after sign-out (204) is refused with 401, or with 422 in the old form where that is set', async () => {
    const headers = clientHeaders(fake.grantToken('sam'));
    const out = await ask(`${fake.baseUrl}/api/v2/users/signout`, { method: 'DELETE', headers });
    expect(out.status).toBe(204);
    expect((await ask(`${fake.baseUrl}/api/v2/user`, { headers })).status).toBe(401);
    fake.settings.deauthorised = 422;
    const old = await ask(`${fake.baseUrl}/api/v2/user`, { headers });
    fake.settings.deauthorised = 401;
    expect([old.status, old.contentType]).toEqual([422, 'application/xml; charset=utf-8']);
    expect(old.text).toContain('<error>Invalid token</error>');
  });

  test('is kept in use by a ping', async () => {
    const headers = clientHeaders(fake.grantToken('sam'));
    expect((await ask(`${fake.baseUrl}/api/v2/ping`, { headers })).json).toEqual({ pong: true });
    const answer = await ask(`${fake.baseUrl}/api/v2/ping`, {
      headers: { ...headers, Accept: '' },
    });
    expect(answer.text).toContain('<pong');
  });
});
