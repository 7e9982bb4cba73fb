import { describe, expect, test } from 'vitest';
import { failedWith } from '../testing/failed-with.ts';
import { serverAnswering } from '../testing/server-answering.ts';

const page = '<html><head><title>Unauthorized</title></head><body>no</body></html>';
const root = { MediaContainer: { size: 0, machineIdentifier: 'aaaa' } };

describe('a token shown to its server', () => {
  test('is good when the server says who it is, at an address that needs a token', async () => {
    const { plex, pms, route } = await serverAnswering(() => [200, root]);
    expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual({ ok: true, value: null });
    expect(pms.requests.map(({ path }) => path)).toEqual(['/']);
    expect(pms.requests[0]?.headers['x-plex-token']).toBe('zzFAKE');
    expect(pms.requests[0]?.query.has('X-Plex-Token')).toBe(false);
  });

  test.each([
    [401, page],
    [498, page],
    [422, '<errors><error>Invalid token</error></errors>'],
  ])('is rejected by a clear no (%i)', async (status, body) => {
    const { plex, route } = await serverAnswering(() => [status, body]);
    expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual(failedWith('server.rejected'));
  });

  test('is not judged by errors within errors without end', async () => {
    const deep = `${'{"error":'.repeat(25_000)}1${'}'.repeat(25_000)}`;
    const { plex, route } = await serverAnswering(() => [422, deep]);
    expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual(
      failedWith('server.refused', { status: 422 }),
    );
  });

  test('is not proved by an answer without end', async () => {
    const long = { ...root, pad: 'x'.repeat(1024 * 1024) };
    const { plex, route } = await serverAnswering(() => [200, long]);
    expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual(
      failedWith('plex.tooLarge', { limitBytes: 262144 }),
    );
    expect(await plex.mintTransientToken(route, 'zzFAKE')).toEqual(
      failedWith('plex.tooLarge', { limitBytes: 262144 }),
    );
  });

  test.each([
    ['a 403, which may mean the address or a right', 403, page, 'server.refused'],
    ['another 422', 422, '<errors><error>Busy</error></errors>', 'server.refused'],
    ['a server that is starting', 503, page, 'server.refused'],
    ['too many questions', 429, '', 'plex.rateLimited'],
    ['a portal’s page', 200, page, 'network.intercepted'],
    ['an answer that is nothing', 200, '{"x":1}', 'plex.malformed'],
  ])('is not judged by %s', async (_case, status, body, code) => {
    const { plex, route } = await serverAnswering(() => [status, body]);
    expect(await plex.proveServerToken(route, 'zzFAKE')).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});
