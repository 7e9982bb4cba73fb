import { describe, expect, test } from 'vitest';
import { failedWith } from '../testing/failed-with.ts';
import { serverAnswering } from '../testing/server-answering.ts';

const transient = 'transient-00000000-0000-4000-8000-000000000001';
const page = (title: string): string => `<html><head><title>${title}</title></head></html>`;

describe('minting a transient token', () => {
  test.each([
    ['JSON', { MediaContainer: { size: 0, token: transient } }],
    ['XML', `<MediaContainer size="0" token="${transient}"></MediaContainer>`],
  ])('reads %s', async (_form, body) => {
    const { plex, pms, route } = await serverAnswering(() => [200, body]);
    expect(await plex.mintTransientToken(route, 'zzFAKEzzACCESSzz')).toEqual({
      ok: true,
      value: transient,
    });
    expect(pms.requests).toMatchObject([{ method: 'POST', path: '/security/token' }]);
    expect(pms.requests[0]?.query.toString()).toBe('type=delegation&scope=all');
    expect(pms.requests[0]?.headers['x-plex-token']).toBe('zzFAKEzzACCESSzz');
  });

  test.each([400, 401, 403, 404, 405, 501])(
    'asks by GET where POST brings a %i',
    async (status) => {
      const { plex, pms, route } = await serverAnswering(({ method }) =>
        method === 'GET' ? [200, { MediaContainer: { token: transient } }] : [status, page('no')],
      );
      expect(await plex.mintTransientToken(route, 'zz')).toEqual({ ok: true, value: transient });
      expect(pms.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    },
  );

  test.each<[number, unknown, object]>([
    [401, page('401 Unauthorized'), failedWith('server.rejected')],
    [403, page('403 Forbidden'), failedWith('server.refused', { status: 403 })],
    [401, { errors: [{ code: 1001 }] }, failedWith('server.rejected')],
    [498, '', failedWith('server.rejected')],
    [400, page('400 Bad Request'), failedWith('server.refused', { status: 400 })],
    [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
    [500, page('500'), failedWith('server.refused', { status: 500 })],
    [503, '', failedWith('server.refused', { status: 503 })],
    [302, '', failedWith('network.intercepted')],
    [200, page('Welcome'), failedWith('network.intercepted')],
    [200, '', failedWith('plex.malformed')],
    [200, { MediaContainer: {} }, failedWith('plex.malformed')],
    [200, { MediaContainer: { token: null } }, failedWith('plex.malformed')],
    [200, { MediaContainer: { token: 'zzFAKEzzCLASSICzz' } }, failedWith('plex.malformed')],
    [200, { MediaContainer: { token: `${transient}\n` } }, failedWith('plex.malformed')],
    [200, { MediaContainer: [transient] }, failedWith('plex.malformed')],
    [200, '<MediaContainer size="0" token="transient-', failedWith('plex.malformed')],
  ])('%i with %j is an error', async (status, body, expected) => {
    const { plex, route } = await serverAnswering(() => [status, body]);
    expect(await plex.mintTransientToken(route, 'zzFAKEzz')).toEqual(expected);
  });

  test.each([401, 403, 404, 405, 498, 501])(
    'refused with %i by a server that takes the token is no word against the token',
    async (status) => {
      const { plex, pms, route } = await serverAnswering(({ path }) =>
        path === '/' ? [200, { MediaContainer: {} }] : [status, page('no')],
      );
      expect(await plex.mintTransientToken(route, 'zz')).toEqual(
        failedWith('server.noTransientToken'),
      );
      expect(pms.requests.at(-1)).toMatchObject({ method: 'GET', path: '/' });
      expect(pms.requests.at(-1)?.headers['x-plex-token']).toBe('zz');
    },
  );
});
