import { describe, expect, test } from 'vitest';
import type { ServerId } from '../../../shared/model/ids.ts';
import { failedWith } from '../testing/failed-with.ts';
import { serverAnswering } from '../testing/server-answering.ts';

const id = 'aaaa' as ServerId;
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
    expect(await plex.checkServerToken({ id, route }, token)).toEqual({ ok: true, value: 'taken' });
    expect(pms.requests.map(({ path, headers }) => [path, headers['x-plex-token']])).toEqual([
      ['/', token],
      ['/', undefined],
    ]);
  });

  test('says nothing where the server answers everybody', async () => {
    const body = { MediaContainer: { machineIdentifier: id } };
    const { plex, route } = await serverAnswering(() => [200, body]);
    expect(await plex.checkServerToken({ id, route }, token)).toEqual({
      ok: true,
      value: 'openToAll',
    });
  });

  test.each<[number, unknown, object]>([
    [401, page('401 Unauthorized'), failedWith('server.rejected')],
    [403, '', failedWith('server.rejected')],
    [498, '', failedWith('server.rejected')],
    [404, page('404 Not Found'), failedWith('server.refused', { status: 404 })],
    [500, '', failedWith('server.refused', { status: 500 })],
    [302, '', failedWith('network.intercepted')],
    [200, page('portal'), failedWith('network.intercepted')],
    [200, { MediaContainer: { machineIdentifier: 'bbbb' } }, failedWith('plex.malformed')],
    [200, { MediaContainer: {} }, failedWith('plex.malformed')],
  ])('is answered by %i %j', async (status, body, expected) => {
    const { plex, route } = await serverAnswering(() => [status, body]);
    expect(await plex.checkServerToken({ id, route }, token)).toEqual(expected);
  });
});
