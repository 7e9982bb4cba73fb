import { describe, expect, test } from 'vitest';
import { failedWith } from '../testing/failed-with.ts';
import { serverAnswering } from '../testing/server-answering.ts';

const transient = 'transient-00000000-0000-4000-8000-000000000001';
const page = (title: string): string => `<html><head><title>${title}</title></head></html>`;

const device = {
  name: 'Attic',
  clientIdentifier: 'aaaa',
  accessToken: transient,
  Connection: [
    {
      protocol: 'https',
      address: '192.0.2.5',
      uri: 'https://a.example.invalid:32400',
      port: 32400,
      local: true,
    },
    {
      protocol: 'https',
      address: '198.51.100.7',
      uri: 'https://b.example.invalid:8443',
      port: 8443,
      local: false,
      relay: true,
    },
  ],
};
const deviceXml = `<Device name="Attic" clientIdentifier="aaaa" accessToken="${transient}"><Connection protocol="https" address="192.0.2.5" uri="https://a.example.invalid:32400" port="32400" local="1"/><Connection protocol="https" address="198.51.100.7" uri="https://b.example.invalid:8443" port="8443" local="0" relay="1"/></Device>`;

describe('asking about a source', () => {
  const readDevice = {
    name: 'Attic',
    clientIdentifier: 'aaaa',
    token: { kind: 'transient', lastFour: '0001' },
    connections: [
      {
        uri: 'https://a.example.invalid:32400',
        protocol: 'https',
        address: '192.0.2.5',
        port: 32400,
        kind: 'local',
      },
      {
        uri: 'https://b.example.invalid:8443',
        protocol: 'https',
        address: '198.51.100.7',
        port: 8443,
        kind: 'relay',
      },
    ],
  };

  test.each([
    ['one device', { MediaContainer: { size: 1, Device: device } }],
    ['a list of devices', { MediaContainer: { size: 1, Device: [device] } }],
    ['XML', `<MediaContainer size="1">${deviceXml}</MediaContainer>`],
  ])('reads %s, and keeps the token apart', async (_form, body) => {
    const { plex, pms, route } = await serverAnswering(() => [200, body]);
    const answer = await plex.askSource(route, 'zzFAKEzzACCESSzz', 'server://aaaa', true);
    expect(answer).toEqual({ ok: true, value: { devices: [readDevice], token: transient } });
    expect(pms.requests).toMatchObject([{ method: 'GET', path: '/security/resources' }]);
    expect(Object.fromEntries(pms.requests[0]?.query ?? [])).toEqual({
      source: 'server://aaaa',
      refresh: '1',
    });
    expect(pms.requests[0]?.headers['x-plex-token']).toBe('zzFAKEzzACCESSzz');
  });

  test('keeps the first device’s token only, and shows none of any', async () => {
    const other = { ...device, accessToken: 'transient-00000000-0000-4000-8000-000000000002' };
    const { plex, route } = await serverAnswering(() => [
      200,
      { MediaContainer: { Device: [device, other] } },
    ]);
    const answer = await plex.askSource(route, 'zz', 'server://aaaa', false);
    expect(answer).toMatchObject({ value: { token: transient, devices: [{}, {}] } });
    expect(JSON.stringify(answer.ok ? answer.value.devices : null)).not.toContain('transient-');
  });

  test('does not ask for a refresh unasked', async () => {
    const { plex, pms, route } = await serverAnswering(() => [
      200,
      { MediaContainer: { Device: device } },
    ]);
    await plex.askSource(route, 'zz', 'provider://tv.plex.provider.epg', false);
    expect(pms.requests[0]?.query.has('refresh')).toBe(false);
  });

  test('survives null everywhere', async () => {
    const nothing = { name: null, clientIdentifier: null, accessToken: null, Connection: null };
    const { plex, route } = await serverAnswering(() => [
      200,
      { MediaContainer: { Device: nothing } },
    ]);
    expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual({
      ok: true,
      value: {
        devices: [{ name: null, clientIdentifier: null, token: null, connections: [] }],
        token: null,
      },
    });
  });

  test('says what a server older than 1.15.4 would need, and sends it nothing', async () => {
    const { plex, pms, route } = await serverAnswering(() => [200, {}], '1.15.3.876-ad6e39743');
    expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual(
      failedWith('server.tooOld', { version: '1.15.3.876-ad6e39743', neededVersion: '1.15.4' }),
    );
    expect(pms.requests).toEqual([]);
  });

  test.each(['1.15.4.994-107756f7e', 'next-generation', null])(
    'asks a server of version %j',
    async (version) => {
      const { plex, route } = await serverAnswering(
        () => [200, { MediaContainer: { Device: device } }],
        version,
      );
      expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toMatchObject({ ok: true });
    },
  );

  test.each<[number, unknown, object]>([
    [400, page('400 Bad Request'), failedWith('source.malformed')],
    [401, page('401 Unauthorized'), failedWith('server.rejected')],
    [403, page('403 Forbidden'), failedWith('server.refused', { status: 403 })],
    [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
    [404, page('404 Not Found'), failedWith('source.notFound')],
    [498, '', failedWith('server.rejected')],
    [500, page('500'), failedWith('server.refused', { status: 500 })],
    [200, { MediaContainer: { size: 0 } }, failedWith('source.notFound')],
    [200, '<MediaContainer size="0"/>', failedWith('source.notFound')],
    [200, page('Welcome'), failedWith('network.intercepted')],
    [200, '{"MediaContainer":', failedWith('plex.malformed')],
    [200, [], failedWith('plex.malformed')],
  ])('%i with %j is an error', async (status, body, expected) => {
    const { plex, route } = await serverAnswering(() => [status, body]);
    expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual(expected);
  });

  test.each([401, 403])('%i of a server that takes the token is for its owner', async (status) => {
    const { plex, route } = await serverAnswering(({ path }) =>
      path === '/' ? [200, { MediaContainer: {} }] : [status, page('no')],
    );
    expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual(
      failedWith('server.notOwner'),
    );
  });
});
