import { createConnection, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from './fake-plex.ts';
import { startFakePlex } from './start-fake-plex.ts';
import type { Fault } from './state/fault-list.ts';
import { ask, clientHeaders, type TestAnswer } from './testing/ask.ts';

describe('a fault', () => {
  let fake: FakePlex;
  let token: string;
  beforeEach(async () => {
    fake = await startFakePlex();
    token = fake.grantToken('robin');
  });
  afterEach(() => fake.stop());

  const user = (init: RequestInit = {}): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token), ...init });
  const strikeUser = (action: Fault['action'], times = 1): number =>
    fake.faults.add({ match: { host: 'plex', path: '/api/v2/user' }, times, action });

  test('strikes as often as it says, then the real answer is back', async () => {
    strikeUser({ status: 503, body: 'down', contentType: 'text/plain' }, 2);
    const statuses = [(await user()).status, (await user()).status, (await user()).status];
    expect(statuses).toEqual([503, 503, 200]);
  });

  test('strikes always when it does not say, until it is lifted', async () => {
    const id = fake.faults.add({ match: { path: '/api/v2/user' }, action: { status: 500 } });
    expect([(await user()).status, (await user()).status]).toEqual([500, 500]);
    fake.faults.remove(id);
    expect((await user()).status).toBe(200);
  });

  test('holds the real answer back until it is taken away, also one that strikes once', async () => {
    const id = strikeUser({ hold: true });
    let isAnswered = false;
    const held = user().finally(() => (isAnswered = true));
    await expect.poll(() => fake.requests.list().length).toBe(1);
    expect((await user()).status).toBe(200);
    expect(isAnswered).toBe(false);
    fake.faults.remove(id);
    expect((await held).status).toBe(200);
  });

  test('can hold the real answer back, or let it through a byte at a time', async () => {
    strikeUser({ delayMs: 120 });
    const before = performance.now();
    expect((await user()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(100);
    fake.faults.add({ match: { path: '/api/v2/ping' }, times: 1, action: { dripMs: 1 } });
    const slow = await ask(`${fake.baseUrl}/api/v2/ping`, { headers: clientHeaders(token) });
    expect(slow.json).toEqual({ pong: true });
  });

  test('can break the real answer off halfway', async () => {
    strikeUser({ cutMidBody: true });
    await expect(user()).rejects.toThrow();
  });

  test('can send bytes that are nothing, a captive portal, or a redirect', async () => {
    strikeUser({ garbage: true });
    expect(await user()).toMatchObject({ status: 200, json: undefined });
    strikeUser({ html: true });
    expect(await user()).toMatchObject({ status: 200, contentType: 'text/html' });
    strikeUser({ redirectTo: 'https://elsewhere.example.invalid/' });
    const moved = await user();
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      'https://elsewhere.example.invalid/',
    ]);
  });

  test('can send 50 MB', async () => {
    strikeUser({ sizeBytes: 52_428_800 });
    expect((await user()).text).toHaveLength(52_428_800);
  });

  test('can leave the caller without an answer', async () => {
    strikeUser({ hang: true });
    await expect(user({ signal: AbortSignal.timeout(150) })).rejects.toThrow('timeout');
  });

  const connect = (): Socket => {
    const socket = createConnection({
      host: '127.0.0.1',
      port: Number(new URL(fake.baseUrl).port),
    });
    socket.write('GET /api/v2/user HTTP/1.1\r\nHost: fake\r\n\r\n');
    return socket;
  };

  test('can send what is no HTTP, byte for byte', async () => {
    const raw = 'HTTP/1.1 999 \xc5\x93\r\nX-A: \x80\r\n\r\n';
    strikeUser({ raw });
    const chunks = await connect().toArray();
    expect(Buffer.concat(chunks).toString('latin1')).toBe(raw);
  });

  test('can reset the connection', async () => {
    strikeUser({ reset: true });
    const socket = connect();
    const code = await new Promise((resolve) => {
      socket.once('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code);
      });
    });
    expect(code).toBe('ECONNRESET');
  });

  test('can answer in XML where JSON is due, and 422 in the old form', async () => {
    strikeUser({ asXml: true });
    expect((await user()).text).toMatch(/^<\?xml/);
    strikeUser({ invalidToken: true });
    expect(await user()).toMatchObject({
      status: 422,
      contentType: 'application/xml; charset=utf-8',
    });
  });

  test('can make every value of the real answer null, or of another type', async () => {
    strikeUser({ scramble: 'nulls' });
    expect((await user()).json).toMatchObject({ id: null, authToken: null, roles: [null] });
    strikeUser({ scramble: 'types' });
    expect((await user()).json).toMatchObject({
      id: [fake.user('robin').id],
      username: { text: 'robin' },
      home: 'yes',
      locale: { text: 'en' },
    });
  });

  test('can strike one media server and leave the others alone', async () => {
    fake.faults.add({ match: { host: 'Attic' }, action: { status: 502 } });
    const statusOf = async (name: string): Promise<number> =>
      (await ask(`${fake.server(name).url}/identity`)).status;
    expect([await statusOf('Attic'), await statusOf('Cabin')]).toEqual([502, 200]);
  });
});
