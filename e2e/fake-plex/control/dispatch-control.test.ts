import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, including, matching, type TestAnswer } from '../testing/ask.ts';

describe('driving the fake from another process', () => {
  let fake: FakePlex;
  beforeEach(async () => {
    fake = await startFakePlex();
  });
  afterEach(() => fake.stop());

  const control = (method: string, path: string, body?: unknown): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}/__fake${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const statusOf = async (url: string, token?: string): Promise<number> =>
    (await ask(url, { headers: clientHeaders(token) })).status;

  test('puts faults in force and lifts them', async () => {
    const ping = `${fake.baseUrl}/api/v2/ping`;
    const token = fake.grantToken('sam');
    const fault = { match: { path: '/api/v2/ping', host: 'plex' }, action: { status: 500 } };
    const added = await control('POST', '/faults', fault);
    expect([added.status, added.json]).toEqual([201, { id: 1 }]);
    expect(await statusOf(ping, token)).toBe(500);
    expect((await control('DELETE', '/faults/1')).status).toBe(204);
    expect(await statusOf(ping, token)).toBe(200);
    await control('POST', '/faults', fault);
    await control('DELETE', '/faults');
    expect(await statusOf(ping, token)).toBe(200);
  });

  test('says what is wrong with a request it does not understand', async () => {
    const answer = await control('POST', '/faults', { match: {}, action: { explode: true } });
    expect([answer.status, answer.json]).toEqual([400, { error: matching(/action/) }]);
    const broken = { match: { path: '^(' }, action: { html: true } };
    expect((await control('POST', '/faults', broken)).status).toBe(400);
    expect((await control('POST', '/clock', { advanceMs: 'soon' })).status).toBe(400);
    expect((await control('GET', '/nowhere')).status).toBe(404);
    expect((await control('GET', '/clock')).status).toBe(405);
  });

  test('stops, starts and restarts media servers by name', async () => {
    const identity = `${fake.server('Old Barn').url}/identity`;
    expect((await control('POST', '/servers/Old%20Barn/stop')).json).toMatchObject({
      running: false,
    });
    await expect(statusOf(identity)).rejects.toThrow();
    await control('POST', '/servers/Old%20Barn/start');
    expect(await statusOf(identity)).toBe(200);
    const transient = fake.server('Attic').mintTransient(fake.user('robin'));
    await control('POST', '/servers/Attic/restart');
    expect(await statusOf(`${fake.server('Attic').url}/`, transient)).toBe(401);
    expect((await control('POST', "/servers/Granny's/start")).json).toMatchObject({
      running: true,
    });
    expect((await control('POST', '/servers/Nowhere/start')).status).toBe(404);
  });

  test('changes how a media server behaves and where it says it is', async () => {
    const settings = { refusal: 401, connections: [{ kind: 'live', local: false, relay: true }] };
    const answer = await control('POST', '/servers/Attic/settings', settings);
    expect(answer.json).toMatchObject({ settings: { refusal: 401, alwaysXml: false } });
    const headers = clientHeaders(fake.grantToken('robin'));
    const list = await ask(`${fake.baseUrl}/api/v2/resources?includeRelay=1`, { headers });
    expect(list.json).toMatchObject([
      { connections: [{ relay: true, uri: fake.server('Attic').url }] },
      {},
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  test('approves a PIN as a person would', async () => {
    const pin = await ask(`${fake.baseUrl}/api/v2/pins`, {
      method: 'POST',
      headers: clientHeaders(),
    });
    const path = `/pins/${pin.read('code')}/approve`;
    expect((await control('POST', path, { user: 'nobody' })).status).toBe(404);
    expect((await control('POST', path, { user: 'sam' })).status).toBe(204);
    expect((await control('POST', path, { user: 'sam' })).status).toBe(404);
  });

  test('grants a token, and revokes all a user has', async () => {
    const token = (await control('POST', '/users/sam/token')).read('token');
    expect((await control('POST', '/users/sam/jwt')).read('token')).toMatch(/^eyJ/);
    const user = `${fake.baseUrl}/api/v2/user`;
    expect(await statusOf(user, token)).toBe(200);
    expect((await control('POST', '/users/sam/revoke-all')).status).toBe(204);
    expect(await statusOf(user, token)).toBe(401);
  });

  test('moves the clock and changes settings', async () => {
    const before = Date.now();
    await control('POST', '/clock', { advanceMs: 3_600_000 });
    expect(fake.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    const answer = await control('POST', '/settings', { expiredPin: 'null', weakPinSeconds: 3 });
    expect(answer.json).toMatchObject({
      expiredPin: 'null',
      weakPinSeconds: 3,
      strongPinSeconds: 1800,
    });
    expect(fake.settings.expiredPin).toBe('null');
  });

  test('forgets failed sign-ins', async () => {
    fake.settings.signInFailuresAllowed = 1;
    const signIn = (password: string): Promise<TestAnswer> =>
      ask(`${fake.baseUrl}/api/v2/users/signin`, {
        method: 'POST',
        headers: clientHeaders(),
        body: new URLSearchParams({ login: 'sam', password }),
      });
    await signIn('wrong');
    expect((await signIn('sam-demo-password')).status).toBe(401);
    await control('DELETE', '/sign-in-failures');
    expect((await signIn('sam-demo-password')).status).toBe(201);
  });

  test('tells which requests came, with what, and leaves its own out', async () => {
    await statusOf(`${fake.baseUrl}/api/v2/user?X-Plex-Token=seen`);
    await ask(`${fake.server('Attic').url}/identity`);
    expect((await control('GET', '/requests')).json).toMatchObject([
      {
        host: 'plex',
        method: 'GET',
        path: '/api/v2/user',
        token: 'query',
        hasClientIdentifier: true,
        hasProduct: true,
        headers: { 'x-plex-product': 'Test Client' },
        faultId: null,
      },
      { host: 'Attic', path: '/identity', token: 'none', hasClientIdentifier: false },
    ]);
    expect((await control('DELETE', '/requests')).status).toBe(204);
    expect((await control('GET', '/requests')).json).toEqual([]);
  });

  test('tells every secret it has ever given out, of every kind', async () => {
    const account = fake.grantToken('robin');
    const transient = fake.server('Attic').mintTransient(fake.user('robin'));
    fake.revokeAll('robin');
    await fake.server('Attic').restart();
    const { json } = await control('GET', '/secrets');
    expect(json).toEqual(
      including([
        { kind: 'accountToken', value: account },
        { kind: 'transientToken', value: transient },
        { kind: 'password', value: 'robin-demo-password' },
        { kind: 'serviceToken', value: matching(/^zzFAKE/) },
        { kind: 'serviceSecret', value: matching(/^zzFAKE/) },
        { kind: 'accessToken', value: matching(/^zzFAKE/) },
        { kind: 'deviceToken', value: matching(/^zzFAKE/) },
        { kind: 'pinHash', value: matching(/^zzFAKE/) },
      ]),
    );
  });

  test('tells the state it is in', async () => {
    const { json } = await control('GET', '/state');
    expect(json).toMatchObject({
      baseUrl: fake.baseUrl,
      clockOffsetMs: 0,
      servers: [{ name: 'Attic', running: true }, {}, {}, {}, { name: "Granny's", running: false }],
      users: including([expect.objectContaining({ name: 'robin' })]),
    });
  });
});
