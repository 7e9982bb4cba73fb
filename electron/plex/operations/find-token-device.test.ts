import { describe, expect, test } from 'vitest';
import { coded } from '../testing/coded.ts';
import { failedWith } from '../testing/failed-with.ts';
import { plexAnswering } from '../testing/plex-answering.ts';

const device = (attributes: string): string =>
  `<Device ${attributes}><Connection uri="x"/></Device>`;
const list = (...devices: string[]): string =>
  `<MediaContainer size="2">${devices.join('')}</MediaContainer>`;

describe('the device an account token was given to', () => {
  test('is the one entry that has it, told without the token', async () => {
    const { plex, plexTv } = await plexAnswering(
      200,
      list(
        device('name="Phone" token="zzFAKEzzOTHERzz" provides="client,player"'),
        device(
          'name="Attic" product="" platform="Linux" token="zzFAKEzz" provides="server" lastSeenAt="1767000000"',
        ),
      ),
    );
    expect(await plex.findTokenDevice('zzFAKEzz')).toEqual({
      ok: true,
      value: {
        name: 'Attic',
        product: null,
        platform: 'Linux',
        lastSeenAt: 1_767_000_000_000,
        isServer: true,
        isHere: false,
      },
    });
    expect(plexTv.requests).toMatchObject([{ method: 'GET', path: '/devices.xml' }]);
  });

  test('is this one when it has the client identifier of Usher here', async () => {
    const own = 'clientIdentifier="7d0c0000-0000-4000-8000-000000000000"';
    const { plex } = await plexAnswering(200, list(device(`${own} token="zzFAKEzz"`)));
    expect(await plex.findTokenDevice('zzFAKEzz')).toMatchObject({ value: { isHere: true } });
  });

  test.each([
    list(),
    list(device('name="Phone" token="zzFAKEzzOTHERzz"')),
    list(device('name="x"')),
  ])('is none when no entry has it: %s', async (body) => {
    const { plex } = await plexAnswering(200, body);
    expect(await plex.findTokenDevice('zzFAKEzz')).toEqual({ ok: true, value: null });
  });

  test.each([
    [401, coded(1001, 401), failedWith('token.rejected')],
    [503, '', failedWith('plex.unavailable', { status: 503 })],
    [200, '<html>portal</html>', failedWith('network.intercepted')],
  ])('is an error after %i', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.findTokenDevice('zzFAKEzz')).toEqual(expected);
  });
});
