import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { plexRequest } from '../call.ts';
import { createTestDeps } from '../testing/test-deps.ts';
import {
  certifyItself,
  fingerprintOf,
  makeTestAuthority,
  send,
  startTestServer,
  type Identity,
} from '../testing/test-server.ts';
import { useTrustedAuthority } from '../testing/trusted-authority.ts';
import { askCertificate } from './exchange.ts';

const trusted = useTrustedAuthority();
const host = '127-0-0-1.0123456789abcdef0123456789abcdef.plex.direct';
const limits = { limitMs: 5_000, signal: undefined };

const serve = async (identity: Identity, answer: Parameters<typeof startTestServer>[0] = yes) => {
  const server = await startTestServer(answer, identity);
  onTestFinished(() => server.close());
  return server;
};
const yes: Parameters<typeof startTestServer>[0] = (_request, response) =>
  send(response, 201, { a: 1 });
const nowhere = createTestDeps('https://plex.tv', {
  fetch: () => Promise.reject(new Error('fetch was asked')),
});
const askAt = (url: string, certificate: string) =>
  plexRequest(nowhere, {
    ...{ method: 'POST', url, certificate, token: 'zzFAKEtoken', form: { login: 'é' } },
  });

describe('an address with a pinned certificate', () => {
  test.each<readonly [string, () => Promise<Identity>]>([
    ['of its own making', () => certifyItself('127.0.0.1')],
    ['for another name', async () => (await makeTestAuthority()).certify('elsewhere.invalid')],
    [
      'that is over',
      () =>
        trusted.certify('127.0.0.1', {
          notBeforeDate: new Date('2020-01-01'),
          notAfterDate: new Date('2020-12-31'),
        }),
    ],
  ])('%s is asked with name, token and form as ever', async (_what, make) => {
    const identity = await make();
    const server = await serve(identity);
    const certificate = await askCertificate(nowhere, server.origin, limits);
    expect(certificate).toEqual({ ok: true, value: fingerprintOf(identity) });
    expect(server.requests).toEqual([]);
    expect(await askAt(`${server.origin}/a`, fingerprintOf(identity))).toMatchObject({
      ok: true,
      value: { status: 201, text: '{"a":1}' },
    });
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/a',
        body: 'login=%C3%A9',
        headers: { host: new URL(server.origin).host, 'x-plex-token': 'zzFAKEtoken' },
      },
    ]);
  });

  test.each<readonly [string, () => Promise<Identity>]>([
    ['of its own making', () => certifyItself('127.0.0.1')],
    ['that the system trusts', () => trusted.certify('127.0.0.1')],
  ])('is sent nothing once it shows another, even one %s', async (_what, make) => {
    const server = await serve(await make());
    const pinned = fingerprintOf(await certifyItself('127.0.0.1'));
    expect(await askAt(server.origin, pinned)).toEqual({
      ok: false,
      error: { code: 'network.otherCertificate' },
    });
    expect(server.requests).toEqual([]);
  });

  test('is looked for at the address in a plex.direct name, and asked for by that name', async () => {
    const identity = await certifyItself(host);
    const server = await serve(identity);
    const answer = askAt(`https://${host}:${server.port}/`, fingerprintOf(identity));
    expect(await answer).toMatchObject({ ok: true });
    expect(server.requests[0]?.headers.host).toBe(`${host}:${server.port}`);
  });

  test('is waited for no longer than the limit, and no connection stays', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const connected = once(silent, 'connection');
    const deps = createTestDeps('https://plex.tv');
    // A server that listens on TCP has an address in this form.
    const { port } = silent.address() as AddressInfo;
    const url = `https://127.0.0.1:${port}`;
    const asked = [
      askCertificate(deps, url, limits),
      plexRequest(deps, { method: 'GET', url, certificate: 'AB', limitMs: limits.limitMs }),
    ];
    await connected;
    await deps.clock.advance(limits.limitMs);
    const timeout = { ok: false, error: { code: 'network.timeout', limitMs: limits.limitMs } };
    expect(await Promise.all(asked)).toEqual([timeout, timeout]);
    for (const socket of sockets) {
      socket.resume();
      await once(socket, 'close');
    }
  });

  test('has none to show where TLS is not spoken, or nobody is there', async () => {
    const server = await startTestServer(yes);
    const url = server.origin.replace('http:', 'https:');
    expect(await askCertificate(nowhere, url, limits)).toEqual({
      ok: false,
      error: { code: 'network.untrusted' },
    });
    await server.close();
    expect(await askCertificate(nowhere, url, limits)).toEqual({
      ok: false,
      error: { code: 'network.offline' },
    });
  });
});
