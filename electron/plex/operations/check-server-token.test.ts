import { describe, expect, test } from 'vitest';
import { failedWith } from '../testing/failed-with.ts';
import { serverAnswering } from '../testing/server-answering.ts';

const id = 'aaaa';
const token = 'zzFAKEzzASKEDzz';
const page = (title: string): string => `<html><head><title>${title}</title></head></html>`;

describe('showing a token to a server', () => {
  test.each([
    ['JSON', { MediaContainer: { machineIdentifier: id } }],
    ['XML', `<MediaContainer machineIdentifier="${id}" size="0"/>`],
  ])('is taken when the server wants one, and answers %s', async (_form, body) => {
    const { plex, pms, route } = await serverAnswering(({ headers }) =>
      headers['x-plex-token'] === token ? [200, body] : [401, page('401 Unauthorized')],
    );
    expect(await plex.checkServerToken(route, token)).toEqual({ ok: true, value: 'taken' });
    expect(pms.requests.map(({ path, headers }) => [path, headers['x-plex-token']])).toEqual([
      ['/', token],
      ['/', undefined],
    ]);
  });

  test('says nothing where the server answers everybody', async () => {
    const body = { MediaContainer: { machineIdentifier: id } };
    const { plex, route } = await serverAnswering(() => [200, body]);
    expect(await plex.checkServerToken(route, token)).toEqual({
      ok: true,
      value: 'openToAll',
    });
  });

  test.each([401, 403])(
    'is taken when the server wants one, and says so with %i',
    async (status) => {
      const { plex, route } = await serverAnswering(({ headers }) =>
        headers['x-plex-token'] === token ? [200, { MediaContainer: {} }] : [status, ''],
      );
      expect(await plex.checkServerToken(route, token)).toEqual({ ok: true, value: 'taken' });
    },
  );

  test.each([
    [503, failedWith('server.refused', { status: 503 })],
    [404, failedWith('server.refused', { status: 404 })],
    [429, failedWith('plex.rateLimited', { retryAfterSeconds: null })],
  ])('is not proved where the question without it is answered with %i', async (status, error) => {
    const { plex, route } = await serverAnswering(({ headers }) =>
      headers['x-plex-token'] === token ? [200, { MediaContainer: {} }] : [status, ''],
    );
    expect(await plex.checkServerToken(route, token)).toEqual(error);
  });

  test.each<[number, unknown, object]>([
    [401, page('401 Unauthorized'), failedWith('server.rejected')],
    [403, '', failedWith('server.refused', { status: 403 })],
    [200, page('portal'), failedWith('network.intercepted')],
  ])('is shown it once, when the answer is %i %j', async (status, body, expected) => {
    const { plex, pms, route } = await serverAnswering(() => [status, body]);
    expect(await plex.checkServerToken(route, token)).toEqual(expected);
    expect(pms.requests).toHaveLength(1);
  });
});
