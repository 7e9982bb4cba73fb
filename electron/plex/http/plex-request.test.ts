import { gzipSync } from 'node:zlib';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTestDeps } from '../testing/create-test-deps.ts';
import { send } from '../testing/send.ts';
import { startTestServer } from '../testing/start-test-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';
import { plexRequest } from './plex-request.ts';

const servers: TestServer[] = [];
const start = async (...args: Parameters<typeof startTestServer>): Promise<TestServer> => {
  const server = await startTestServer(...args);
  servers.push(server);
  return server;
};
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('a request to Plex', () => {
  test.each(['UTC', 'Pacific/Kiritimati', 'America/St_Johns'])(
    'takes the time from plex.tv and from no media server, in the zone %s too',
    async (zone) => {
      vi.stubEnv('TZ', zone);
      const date = { Date: 'Fri, 02 Jan 2026 03:04:05 GMT' };
      const answer: Parameters<typeof start>[0] = (_request, response) =>
        send(response, 200, '{}', date);
      const plexTv = await start(answer);
      const pms = await start(answer);
      const told: number[] = [];
      const deps = createTestDeps(plexTv.origin, { onServerDate: (dateMs) => told.push(dateMs) });
      await plexRequest(deps, { method: 'GET', url: `${pms.origin}/identity` });
      expect(told).toEqual([]);
      await plexRequest(deps, { method: 'GET', url: `${plexTv.origin}/api/v2/user` });
      expect(told).toEqual([Date.UTC(2026, 0, 2, 3, 4, 5)]);
    },
  );

  test('carries identity, form and query, and the token in a header only', async () => {
    const server = await start((_request, response) => send(response, 200, { a: 1 }));
    const answer = await plexRequest(createTestDeps(server.origin), {
      method: 'POST',
      url: `${server.origin}/x`,
      query: { type: 'a b' },
      form: { login: 'pat@example.invalid', password: 'p&=é' },
      token: 'zzFAKEzz',
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 200, text: '{"a":1}' } });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/x' });
    expect([...(request?.query ?? [])]).toEqual([['type', 'a b']]);
    expect(request?.body).toBe('login=pat%40example.invalid&password=p%26%3D%C3%A9');
    expect(request?.headers).toMatchObject({
      'x-plex-token': 'zzFAKEzz',
      'x-plex-client-identifier': '7d0c0000-0000-4000-8000-000000000000',
      'x-plex-product': 'Usher',
      'x-plex-device-name': 'desk',
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    });
  });

  test('with a token of another device says the client identifier, and no name in header or query', async () => {
    const server = await start((_request, response) => send(response, 200, { a: 1 }));
    const deps = createTestDeps(server.origin);
    const client = { ...deps.client, deviceName: 'Zoë’s desk' };
    deps.foreignTokens.note('zzFAKEzz', true);
    for (const token of ['zzFAKEzz', 'zzFAKEzzOWN']) {
      const url = `${server.origin}/x`;
      await plexRequest({ ...deps, client }, { method: 'GET', url, product: 'Plex SSO', token });
    }
    const [foreign, own] = server.requests;
    expect(Object.keys(foreign?.headers ?? {}).filter((name) => name.startsWith('x-plex'))).toEqual(
      ['x-plex-client-identifier', 'x-plex-token'],
    );
    expect([foreign?.query.size, own?.query.size]).toEqual([0, 1]);
    expect(own?.headers['x-plex-product']).toBe('Plex SSO');
  });

  test('tells the clock of whoever answered, and how long to wait', async () => {
    const server = await start((_request, response) =>
      send(response, 429, '', {
        Date: 'Fri, 02 Jan 2026 03:04:05 GMT',
        'Retry-After': 'Fri, 02 Jan 2026 03:04:15 GMT',
      }),
    );
    const answer = await plexRequest(createTestDeps(server.origin), {
      method: 'GET',
      url: server.origin,
    });
    expect(answer).toMatchObject({
      value: { serverDateMs: Date.UTC(2026, 0, 2, 3, 4, 5), retryAfterSeconds: 10 },
    });
  });

  test.each([301, 302, 303, 307, 308])('never follows a %i with its token', async (status) => {
    const elsewhere = await start((_request, response) => send(response, 200, {}));
    const server = await start((_request, response) =>
      send(response, status, '', { Location: `${elsewhere.origin}/stolen` }),
    );
    const answer = await plexRequest(createTestDeps(server.origin), {
      method: 'GET',
      url: server.origin,
      token: 'zzFAKEzz',
    });
    expect(answer).toEqual({ ok: false, error: { code: 'network.intercepted' } });
    expect(elsewhere.requests).toEqual([]);
  });

  test('takes a redirect that the fetch hides for an interception too', async () => {
    const hiding: typeof fetch = () => Promise.resolve(Response.error());
    const answer = await plexRequest(createTestDeps('http://x.invalid', { fetch: hiding }), {
      method: 'GET',
      url: 'http://x.invalid',
    });
    expect(answer).toEqual({ ok: false, error: { code: 'network.intercepted' } });
  });

  test('asks for no cookies, no cache and no redirects', async () => {
    const inits: (RequestInit | undefined)[] = [];
    const watching: typeof fetch = (_input, init) => {
      inits.push(init);
      return Promise.resolve(new Response('{}'));
    };
    await plexRequest(createTestDeps('http://x.invalid', { fetch: watching }), {
      method: 'GET',
      url: 'http://x.invalid',
    });
    expect(inits).toMatchObject([{ credentials: 'omit', cache: 'no-store', redirect: 'manual' }]);
  });

  test('gives up after its time on silence, on a slow body, and on a fetch that does not listen', async () => {
    const server = await start((request, response) => {
      if (request.path === '/silent') return;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"a":');
    });
    const deaf: typeof fetch = () => new Promise(() => undefined);
    const cases = [
      { deps: createTestDeps(server.origin), url: `${server.origin}/silent`, seen: 1 },
      { deps: createTestDeps(server.origin), url: `${server.origin}/slow`, seen: 2 },
      { deps: createTestDeps(server.origin, { fetch: deaf }), url: server.origin, seen: 0 },
    ];
    for (const { deps, url, seen } of cases) {
      const answer = plexRequest(deps, { method: 'GET', url });
      await server.seen(seen);
      await deps.clock.advance(15_000);
      expect(await answer).toEqual({
        ok: false,
        error: { code: 'network.timeout', limitMs: 15_000 },
      });
      expect(deps.clock.pendingCount()).toBe(0);
    }
  });

  test('leaves no timer behind', async () => {
    const server = await start((_request, response) => send(response, 200, {}));
    const deps = createTestDeps(server.origin);
    await plexRequest(deps, { method: 'GET', url: server.origin });
    expect(deps.clock.pendingCount()).toBe(0);
  });

  test('answers an abort with the reason it was aborted for', async () => {
    const server = await start(() => undefined);
    const deps = createTestDeps(server.origin);
    const named = new AbortController();
    const answer = plexRequest(deps, { method: 'GET', url: server.origin, signal: named.signal });
    await server.seen(1);
    named.abort({ code: 'account.notFound' });
    expect(await answer).toEqual({ ok: false, error: { code: 'account.notFound' } });

    const plain = AbortSignal.abort();
    expect(await plexRequest(deps, { method: 'GET', url: server.origin, signal: plain })).toEqual({
      ok: false,
      error: { code: 'signIn.cancelled' },
    });
    expect(server.requests).toHaveLength(1);
  });

  test('cancels a body longer than 8 MB, also one that was packed small', async () => {
    const huge = Buffer.alloc(50 * 1024 * 1024, 'x');
    const server = await start((request, response) => {
      if (request.path === '/packed') {
        response.writeHead(200, { 'Content-Encoding': 'gzip' });
        response.end(gzipSync(huge));
      } else {
        response.writeHead(200);
        response.end(huge);
      }
    });
    for (const path of ['/plain', '/packed']) {
      expect(
        await plexRequest(createTestDeps(server.origin), {
          method: 'GET',
          url: `${server.origin}${path}`,
        }),
      ).toEqual({ ok: false, error: { code: 'plex.tooLarge', limitBytes: 8 * 1024 * 1024 } });
    }
  });

  test('takes a body that breaks off for a failure of the network', async () => {
    const server = await start((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"a":1}');
      setImmediate(() => response.destroy());
    });
    expect(
      await plexRequest(createTestDeps(server.origin), { method: 'GET', url: server.origin }),
    ).toEqual({ ok: false, error: { code: 'network.offline' } });
  });

  test('tells offline when nobody listens', async () => {
    const server = await startTestServer(() => undefined);
    await server.close();
    expect(
      await plexRequest(createTestDeps(server.origin), { method: 'GET', url: server.origin }),
    ).toEqual({ ok: false, error: { code: 'network.offline' } });
  });

  test('tells untrusted when the other side speaks no TLS', async () => {
    const plain = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 200 OK\r\n\r\n');
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const url = `https://127.0.0.1:${port}`;
    expect(await plexRequest(createTestDeps(url), { method: 'GET', url })).toEqual({
      ok: false,
      error: { code: 'network.untrusted' },
    });
    plain.close();
  });

  test.each(['zz\r\nX-Evil: 1', 'zzä', 'with space', ''])(
    'sends nothing for a token that can be in no header: %j',
    async (token) => {
      const server = await start((_request, response) => send(response, 200, {}));
      const answer = await plexRequest(createTestDeps(server.origin), {
        method: 'GET',
        url: server.origin,
        token,
      });
      expect(answer).toEqual({ ok: false, error: { code: 'plex.malformed' } });
      expect(server.requests).toEqual([]);
    },
  );
});
