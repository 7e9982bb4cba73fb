import fc from 'fast-check';
import { createServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { identityParts, plexRequest, retryAfterSeconds } from './call.ts';
import { anyText, serverAnswering } from './testing/answering.ts';
import { createTestDeps } from './testing/test-deps.ts';
import { send, startTestServer, type TestServer } from './testing/test-server.ts';

describe('plex request', () => {
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
      expect(
        Object.keys(foreign?.headers ?? {}).filter((name) => name.startsWith('x-plex')),
      ).toEqual(['x-plex-client-identifier', 'x-plex-token']);
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
      expect(await plexRequest(deps, { method: 'GET', url: server.origin, signal: plain })).toEqual(
        {
          ok: false,
          error: { code: 'signIn.cancelled' },
        },
      );
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
});

const client = {
  product: 'Usher',
  version: '0.1.0',
  platform: 'Linux',
  platformVersion: '6.1',
  device: 'Linux PC',
  deviceName: 'desk',
};

describe('saying who asks', () => {
  test('is seven headers and no query for plain names', () => {
    expect(identityParts(client, 'client-1')).toEqual({
      headers: {
        'X-Plex-Client-Identifier': 'client-1',
        'X-Plex-Product': 'Usher',
        'X-Plex-Version': '0.1.0',
        'X-Plex-Platform': 'Linux',
        'X-Plex-Platform-Version': '6.1',
        'X-Plex-Device': 'Linux PC',
        'X-Plex-Device-Name': 'desk',
      },
      query: [],
    });
  });

  test('puts a name beyond ASCII into the query, where its letters survive', () => {
    const { headers, query } = identityParts({ ...client, deviceName: 'Zoë’s 电脑' }, 'client-1');
    expect(headers).not.toHaveProperty('X-Plex-Device-Name');
    expect(query).toEqual([['X-Plex-Device-Name', 'Zoë’s 电脑']]);
  });

  test('lets no line break start a header', () => {
    const { headers } = identityParts({ ...client, deviceName: 'a\r\nX-Evil: 1\0' }, 'client-1');
    expect(headers['X-Plex-Device-Name']).toBe('a  X-Evil: 1');
  });

  test('leaves out what is not known, and cuts what is endless', () => {
    const { headers } = identityParts({ ...client, device: ' ', deviceName: 'x'.repeat(999) }, 'c');
    expect(headers).not.toHaveProperty('X-Plex-Device');
    expect(headers['X-Plex-Device-Name']).toHaveLength(128);
  });

  test('any name at all can be sent', () => {
    fc.assert(
      fc.property(anyText(), (deviceName) => {
        const { headers, query } = identityParts({ ...client, deviceName }, 'client-1');
        new Headers(headers);
        expect(query.map(([, value]) => encodeURIComponent(value))).toBeDefined();
      }),
    );
  });
});

const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5);

describe('Retry-After', () => {
  test.each([
    ['30', 30],
    [' 0 ', 0],
    ['999999999', 86_400],
    ['Fri, 02 Jan 2026 03:04:35 GMT', 30],
    ['Fri, 02 Jan 2026 03:00:00 GMT', 0],
    ['Fri, 02 Jan 2099 03:00:00 GMT', 86_400],
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
  ])('%j is %j', (header, seconds) => {
    expect(retryAfterSeconds(header, nowMs)).toBe(seconds);
  });
});

const token = 'zzFAKEzz-TOKENzz_001';

/** What is kept of an answer to a question with the token. */
const detailsOf = async (status: number, body: unknown): Promise<string | undefined> => {
  const { plex, route } = await serverAnswering(() => [status, body]);
  const answer = await plex.proveServerToken(route, token);
  return answer.ok ? undefined : answer.error.details;
};

describe('an error keeps what was answered in its own words', () => {
  test.each<[string, number, unknown, string]>([
    [
      'the errors of plex.tv',
      400,
      { errors: [{ code: 1004, message: 'Bad parameter', status: 400 }] },
      'Bad parameter (code 1004, status 400)',
    ],
    [
      'the same without a status, as XML',
      404,
      '<errors><error code="1020" message="Code not found"/></errors>',
      'Code not found (code 1020)',
    ],
    ['the old form', 422, '<errors><error>Invalid token</error></errors>', 'Invalid token'],
    [
      'the page of a media server',
      401,
      '<html><head><script>window.location = "x"</script><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>',
      '401 Unauthorized',
    ],
    [
      'a page with more text',
      400,
      '<!doctype html><title>Oops</title><p>Not\n\u0007 here,<br>sorry',
      'Oops: Not here, sorry',
    ],
  ])('%s', async (_what, status, body, expected) => {
    expect(await detailsOf(status, body)).toBe(expected);
  });

  test.each([
    [503, ''],
    [500, { anything: 'else' }],
    [500, `<p>${'long '.repeat(20_000)}`],
  ])('%i with %j has none', async (status, body) => {
    expect(await detailsOf(status, body)).toBeUndefined();
  });

  test('cut to a few lines', async () => {
    const details = await detailsOf(500, `<h1>${'much text '.repeat(500)}</h1>`);
    expect(details?.length).toBeLessThanOrEqual(300);
    expect(details).toMatch(/…$/);
  });

  test('without the token that was sent, in whatever spelling it comes back, wherever it is cut', async () => {
    const spellings = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => Buffer.from(`you sent ${text}`).toString('base64'),
      (text) => text.replaceAll(/[-_]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
      (text) => text.replaceAll(/[-_]/g, (sign) => `&#${String(sign.charCodeAt(0))};`),
    );
    await fc.assert(
      fc.asyncProperty(spellings, fc.nat(320), fc.boolean(), async (spell, before, isPage) => {
        const said = `${'x '.repeat(before / 2)} ${spell(token)} was sent`;
        const details = await detailsOf(
          400,
          isPage ? `<h1>${said}</h1>` : { errors: [{ code: 1, message: said }] },
        );
        expect(details).not.toMatch(/TOKEN|FAKE/);
        expect(details).not.toContain(Buffer.from(token).toString('base64').slice(4, 16));
      }),
      { numRuns: 40 },
    );
  });
});
