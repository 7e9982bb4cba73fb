import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createTestDeps } from '../testing/test-deps.ts';
import {
  makeTestAuthority,
  send,
  startTestServer,
  type TestAuthority,
  type TestServer,
} from '../testing/test-server.ts';
import { useTrustedAuthority } from '../testing/trusted-authority.ts';
import { plexRequest, type PlexRequest } from '../call.ts';

const host = '127-0-0-1.0123456789abcdef0123456789abcdef.plex.direct';

type Authority = Pick<TestAuthority, 'certify'>;
const trusted: Authority = useTrustedAuthority();

const start = async (
  answer: Parameters<typeof startTestServer>[0],
  authority: Authority = trusted,
  certified = host,
): Promise<TestServer> => {
  const server = await startTestServer(answer, await authority.certify(certified));
  onTestFinished(() => server.close());
  return server;
};

const nodeFailure = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('inner'), { code }) });

let fetchCount: number;
beforeEach(() => {
  fetchCount = 0;
});

/** Asks over a fetch whose DNS gives nothing, or that fails otherwise. */
const ask = (
  server: TestServer,
  more: Partial<PlexRequest> = {},
  failure: Error = nodeFailure('ENOTFOUND'),
) => {
  const deps = createTestDeps('https://plex.tv', {
    fetch: () => {
      fetchCount += 1;
      return Promise.reject(failure);
    },
  });
  const url = `https://${host}:${server.port}/identity`;
  return { deps, answer: plexRequest(deps, { method: 'GET', url, ...more }) };
};

describe('a plex.direct name that DNS gives nothing for', () => {
  test.each([
    nodeFailure('ENOTFOUND'),
    nodeFailure('EAI_AGAIN'),
    new Error('net::ERR_NAME_NOT_RESOLVED'),
  ])('is found by its own label, with name, token and form as ever: %s', async (failure) => {
    const server = await start((_request, response) => send(response, 201, { a: 1 }));
    const { answer } = ask(
      server,
      { method: 'POST', token: 'zzFAKEtoken', form: { login: 'é' } },
      failure,
    );
    expect(await answer).toMatchObject({
      ok: true,
      value: {
        status: 201,
        text: '{"a":1}',
        isFoundByName: true,
        serverDateMs: expect.any(Number) as number,
      },
    });
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/identity',
        body: 'login=%C3%A9',
        headers: { host: `${host}:${server.port}`, 'x-plex-token': 'zzFAKEtoken' },
      },
    ]);
  });

  test('must show a certificate for that very name', async () => {
    const server = await start(
      (_request, response) => send(response, 200, {}),
      trusted,
      '127-0-0-1.ffffffffffffffffffffffffffffffff.plex.direct',
    );
    expect(await ask(server, { token: 'zzFAKEtoken' }).answer).toEqual({
      ok: false,
      error: { code: 'network.untrusted' },
    });
    expect(server.requests).toEqual([]);
  });

  test('must show a certificate of an authority that is trusted', async () => {
    const server = await start(
      (_request, response) => send(response, 200, {}),
      await makeTestAuthority(),
    );
    expect(await ask(server).answer).toEqual({ ok: false, error: { code: 'network.untrusted' } });
    expect(server.requests).toEqual([]);
  });

  test('must show one whatever the environment says', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    onTestFinished(() => {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    });
    const server = await start(
      (_request, response) => send(response, 200, {}),
      await makeTestAuthority(),
    );
    expect(await ask(server).answer).toEqual({ ok: false, error: { code: 'network.untrusted' } });
  });

  test('leads to no other host', async () => {
    const server = await start((_request, response) =>
      send(response, 302, '', { Location: 'https://elsewhere.invalid/', 'Set-Cookie': 'a=1' }),
    );
    expect(await ask(server, { token: 'zzFAKEtoken' }).answer).toEqual({
      ok: false,
      error: { code: 'network.intercepted' },
    });
    expect(server.requests).toHaveLength(1);
  });

  test('is read no further than the limit', async () => {
    const server = await start((_request, response) => {
      response.writeHead(200);
      response.end('x'.repeat(100_000));
    });
    expect(await ask(server, { limitBytes: 1_000 }).answer).toEqual({
      ok: false,
      error: { code: 'plex.tooLarge', limitBytes: 1_000 },
    });
  });

  test('is waited for no longer than the limit', async () => {
    const server = await start(() => undefined);
    const { deps, answer } = ask(server, { limitMs: 5_000 });
    await server.seen(1);
    await deps.clock.advance(5_000);
    expect(await answer).toEqual({ ok: false, error: { code: 'network.timeout', limitMs: 5_000 } });
  });

  test.each([204, 304])('may answer %s, which has no body', async (status) => {
    const server = await start((_request, response) => {
      response.writeHead(status);
      response.end();
    });
    const answer = await ask(server).answer;
    expect(answer).toMatchObject(
      status === 204 ? { ok: true, value: { text: '' } } : { ok: false },
    );
  });

  test('is offline when nothing is there, and when the answer breaks off', async () => {
    const server = await start((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half');
      response.destroy();
    });
    expect(await ask(server).answer).toEqual({ ok: false, error: { code: 'network.offline' } });
    await server.close();
    expect(await ask(server).answer).toEqual({ ok: false, error: { code: 'network.offline' } });
  });

  test('can not be understood when it begins with a status that HTTP does not have', async () => {
    const server = await start((_request, response) => {
      response.socket?.end('HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n');
    });
    expect(await ask(server).answer).toEqual({ ok: false, error: { code: 'plex.malformed' } });
  });

  test('is understood whatever letters its headers are in', async () => {
    const server = await start((_request, response) => {
      const head = 'HTTP/1.1 200 OK\r\nX-Owner: Zo\xc3\xab\r\nContent-Length: 2\r\n\r\n';
      response.socket?.end(Buffer.from(`${head}{}`, 'latin1'));
    });
    expect(await ask(server).answer).toMatchObject({ ok: true, value: { text: '{}' } });
  });
});

describe('its own label is not used', () => {
  test.each([
    nodeFailure('ECONNREFUSED'),
    nodeFailure('CERT_HAS_EXPIRED'),
    nodeFailure('UND_ERR_CONNECT_TIMEOUT'),
    new Error('net::ERR_INTERNET_DISCONNECTED'),
  ])('where DNS gave an address: %s', async (failure) => {
    const server = await start((_request, response) => send(response, 200, {}));
    expect(await ask(server, {}, failure).answer).toMatchObject({ ok: false });
    expect(fetchCount).toBe(1);
    expect(server.requests).toEqual([]);
  });

  test.each([
    'http://127-0-0-1.0123456789abcdef0123456789abcdef.plex.direct',
    'https://127-0-0-1.0123456789abcdef0123456789abcdef.plex.direct.example',
    'https://plex.tv',
  ])('for %s', async (origin) => {
    const server = await start((_request, response) => send(response, 200, {}));
    const { answer } = ask(server, { url: `${origin}:${server.port}/` });
    expect(await answer).toEqual({ ok: false, error: { code: 'network.offline' } });
    expect(server.requests).toEqual([]);
  });
});

describe('a plex.direct name that DNS keeps silent about', () => {
  /** A network of one DNS that never answers until it is told to. */
  const quiet = () => {
    const started: RequestInit[] = [];
    let fail = (_failure: Error): void => undefined;
    let answer = (_response: Response): void => undefined;
    const deps = createTestDeps('https://plex.tv', {
      fetch: (_url, init = {}) => {
        started.push(init);
        return new Promise((resolve, reject) => {
          fail = reject;
          answer = resolve;
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
      },
    });
    return {
      deps,
      started,
      fail: (failure: Error) => fail(failure),
      answer: (response: Response) => answer(response),
      ask: (server: TestServer, more: Partial<PlexRequest> = {}) =>
        plexRequest(deps, {
          method: 'GET',
          url: `https://${host}:${server.port}/identity`,
          limitMs: 5_000,
          ...more,
        }),
    };
  };
  const serve = (authority: Authority = trusted, certified = host) =>
    start((_request, response) => send(response, 200, { a: 1 }), authority, certified);

  test('is found by its own label after 300 ms, and DNS is not waited for any longer', async () => {
    const server = await serve();
    const network = quiet();
    const answer = network.ask(server);
    await network.deps.clock.advance(299);
    expect(server.requests).toEqual([]);
    await network.deps.clock.advance(1);
    expect(await answer).toMatchObject({ ok: true, value: { status: 200, isFoundByName: true } });
    expect(server.requests).toHaveLength(1);
    expect(network.started.map(({ signal }) => signal?.aborted)).toEqual([true]);
    expect(network.deps.clock.pendingCount()).toBe(0);
  });

  test('must show a certificate for that very name', async () => {
    const server = await serve(trusted, `127-0-0-1.${'f'.repeat(32)}.plex.direct`);
    const network = quiet();
    const answer = network.ask(server);
    await network.deps.clock.advance(5_000);
    expect(await answer).toEqual({ ok: false, error: { code: 'network.timeout', limitMs: 5_000 } });
    expect(server.requests).toEqual([]);
  });

  test('has a token, or what changes something, sent once: where the question without a token was answered', async () => {
    const server = await serve();
    const network = quiet();
    const early = network.ask(server, { token: 'zzFAKEtoken' });
    const change = network.ask(server, { method: 'PUT' });
    await network.deps.clock.advance(5_000);
    for (const answer of [early, change]) expect(await answer).toMatchObject({ ok: false });
    expect(server.requests).toEqual([]);

    const probe = network.ask(server);
    await network.deps.clock.advance(300);
    expect(await probe).toMatchObject({ ok: true });
    expect(network.started).toHaveLength(3);
    expect(await network.ask(server, { token: 'zzFAKEtoken' })).toMatchObject({ ok: true });
    expect(network.started).toHaveLength(3);
    expect(server.requests.map(({ headers }) => headers['x-plex-token'])).toEqual([
      undefined,
      'zzFAKEtoken',
    ]);
  });

  test('is asked for over DNS again as soon as that answers', async () => {
    const server = await serve();
    const network = quiet();
    const probe = network.ask(server);
    await network.deps.clock.advance(300);
    await probe;
    const next = network.ask(server);
    network.answer(Response.json({}));
    expect(await next).toMatchObject({ ok: true, value: { isFoundByName: false } });
    void network.ask(server, { token: 'zzFAKEtoken' });
    expect(network.started).toHaveLength(3);
    expect(server.requests).toHaveLength(1);
  });

  test('is asked once where DNS says after a while that it has nothing', async () => {
    const server = await start(() => undefined);
    const network = quiet();
    const answer = network.ask(server);
    await network.deps.clock.advance(300);
    await server.seen(1);
    network.fail(nodeFailure('EAI_AGAIN'));
    await network.deps.clock.advance(4_699);
    expect(server.requests).toHaveLength(1);
    await network.deps.clock.advance(1);
    expect(await answer).toMatchObject({ error: { code: 'network.timeout' } });
  });

  test('has DNS or a proxy waited for where its own label leads nowhere', async () => {
    const server = await serve();
    await server.close();
    const network = quiet();
    const answer = network.ask(server);
    await network.deps.clock.advance(1_000);
    network.answer(Response.json({}));
    expect(await answer).toMatchObject({ ok: true, value: { isFoundByName: false } });
  });

  test('is as dead as the address that DNS gave at last', async () => {
    const server = await start(() => undefined);
    const network = quiet();
    const answer = network.ask(server);
    await network.deps.clock.advance(300);
    network.fail(nodeFailure('ECONNREFUSED'));
    expect(await answer).toEqual({ ok: false, error: { code: 'network.offline' } });
  });
});
