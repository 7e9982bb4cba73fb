import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { coded, failedWith, plexAnswering } from '../testing/answering.ts';

const portal = '<html><body>Welcome aboard</body></html>';
const id = '901' as DeviceId;

describe('asking for the Authorized Devices', () => {
  test('asks plex.tv, and gives no token out', async () => {
    const { plex, plexTv } = await plexAnswering(
      200,
      '<MediaContainer publicAddress=""><Device id="901" token="zzFAKEzzOTHER"/><Device id="902" token="zzFAKEzz"/></MediaContainer>',
    );
    const answer = await plex.listDevices('zzFAKEzz');
    expect(answer).toMatchObject({
      ok: true,
      value: {
        devices: [
          { id: '901', kind: 'other' },
          { id: '902', kind: 'here' },
        ],
      },
    });
    expect(JSON.stringify(answer)).not.toContain('zzFAKE');
    expect(plexTv.requests).toMatchObject([{ method: 'GET', path: '/devices.xml' }]);
  });

  test.each([
    [401, coded(1001, 401), failedWith('token.rejected')],
    [422, '<errors><error>Invalid token</error></errors>', failedWith('token.rejected')],
    [498, coded(1, 498), failedWith('token.rejected')],
    [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
    [503, 'down', failedWith('plex.unavailable', { status: 503 })],
    [200, portal, failedWith('network.intercepted')],
    [200, '', failedWith('plex.malformed')],
    [200, '<MediaContainer publicAddress=""><Device id="9', failedWith('plex.malformed')],
    [200, { error: 'x' }, failedWith('plex.malformed')],
  ])('answers %i with %j as an error, never as no devices', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.listDevices('zzFAKEzz')).toEqual(expected);
  });
});

describe('revoking a device', () => {
  test('asks for it by its number, with the token in a header', async () => {
    const { plex, plexTv } = await plexAnswering(200, '');
    expect(await plex.revokeDevice('zzFAKEzz', id)).toEqual({ ok: true, value: null });
    expect(plexTv.requests).toMatchObject([
      { method: 'DELETE', path: '/devices/901.xml', headers: { 'x-plex-token': 'zzFAKEzz' } },
    ]);
  });

  test.each([
    [204, ''],
    [200, '<MediaContainer/>'],
    [404, coded(1002, 404)],
    [404, ''],
  ])('is done when Plex answers %i with %j', async (status, body) => {
    const { plex } = await plexAnswering(status, status === 204 ? '' : body);
    expect(await plex.revokeDevice('zzFAKEzz', id)).toEqual({ ok: true, value: null });
  });

  test.each([
    [200, portal, failedWith('network.intercepted')],
    [404, portal, failedWith('network.intercepted')],
    [401, coded(1001, 401), failedWith('token.rejected')],
    [403, coded(1009, 403), failedWith('plex.refused', { status: 403, plexCode: 1009 })],
    [500, '', failedWith('plex.unavailable', { status: 500 })],
  ])('is not done when Plex answers %i with %j', async (status, body, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.revokeDevice('zzFAKEzz', id)).toEqual(expected);
  });

  test('too often answers how long Plex asks to wait', async () => {
    const { plex } = await plexAnswering(429, '', { 'Retry-After': '30' });
    expect(await plex.revokeDevice('zzFAKEzz', id)).toEqual(
      failedWith('plex.rateLimited', { retryAfterSeconds: 30 }),
    );
  });
});

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

describe('asking for servers', () => {
  test('asks for every kind of address', async () => {
    const { plex, plexTv } = await plexAnswering(200, [
      { clientIdentifier: 'aaaa', provides: 'server', accessToken: 'zzFAKEzzSERVERzz' },
      { clientIdentifier: 'bbbb', provides: 'player' },
    ]);
    expect(await plex.listResources('zzFAKEzz')).toMatchObject({
      ok: true,
      value: [{ server: { id: 'aaaa' }, accessToken: 'zzFAKEzzSERVERzz' }],
    });
    expect(plexTv.requests).toMatchObject([{ method: 'GET', path: '/api/v2/resources' }]);
    expect(plexTv.requests[0]?.query.toString()).toBe(
      'includeHttps=1&includeRelay=1&includeIPv6=1',
    );
  });

  test.each([
    [coded(1001, 401), 401, failedWith('token.rejected')],
    [{ not: 'a list' }, 200, failedWith('plex.malformed')],
    ['<html>portal</html>', 200, failedWith('network.intercepted')],
  ])('answers %j with %i as an error', async (body, status, expected) => {
    const { plex } = await plexAnswering(status, body);
    expect(await plex.listResources('zzFAKEzz')).toEqual(expected);
  });
});
