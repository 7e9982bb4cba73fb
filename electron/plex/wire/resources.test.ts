import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../http/decode-body.ts';
import { readResources } from './resources.ts';

const connection = {
  protocol: 'https',
  address: '192.0.2.5',
  port: 32400,
  uri: 'https://192-0-2-5.00000000.plex.direct:32400',
  local: true,
  relay: false,
  IPv6: false,
};

const server = {
  name: 'Attic',
  product: 'Plex Media Server',
  productVersion: '1.43.0.1-abcdef012',
  platform: 'Linux',
  platformVersion: '6.1',
  device: 'PC',
  clientIdentifier: 'aaaa',
  createdAt: '2020-01-01T00:00:00Z',
  lastSeenAt: '2026-01-01T00:00:00Z',
  provides: 'server',
  ownerId: null,
  sourceTitle: null,
  publicAddress: '198.51.100.7',
  accessToken: 'zzFAKEzzSERVERzzz003',
  owned: true,
  home: false,
  relay: true,
  presence: true,
  httpsRequired: false,
  dnsRebindingProtection: false,
  connections: [connection],
};

const fromXml = (xml: string): unknown => {
  const body = decodeBody('application/xml', xml);
  return body.kind === 'data' ? body.value : body.kind;
};

const xmlServer = `<resource name="Attic" product="Plex Media Server" productVersion="1.43.0.1-abcdef012" platform="Linux" platformVersion="6.1"
 device="PC" clientIdentifier="aaaa" createdAt="2020-01-01T00:00:00Z" lastSeenAt="2026-01-01T00:00:00Z" provides="server" ownerId=""
 sourceTitle="" publicAddress="198.51.100.7" accessToken="zzFAKEzzSERVERzzz003" owned="1" home="0" relay="1" presence="1"
 httpsRequired="0" dnsRebindingProtection="0"><connections><connection protocol="https" address="192.0.2.5" port="32400"
 uri="https://192-0-2-5.00000000.plex.direct:32400" local="1" relay="0" IPv6="0"/></connections></resource>`;

const connectionsOf = (connections: unknown): unknown =>
  readResources([{ ...server, connections }])?.[0]?.server.connections;

describe('the servers of an account', () => {
  test('are read with their token apart', () => {
    expect(readResources([server])).toEqual([
      {
        server: {
          id: 'aaaa',
          name: 'Attic',
          version: '1.43.0.1-abcdef012',
          platform: 'Linux',
          platformVersion: '6.1',
          device: 'PC',
          isOwned: true,
          isHome: false,
          ownerName: null,
          isOnline: true,
          lastSeenAt: Date.UTC(2026, 0, 1),
          createdAt: Date.UTC(2020, 0, 1),
          publicAddress: '198.51.100.7',
          isHttpsRequired: false,
          hasDnsRebindingProtection: false,
          connections: [
            {
              uri: 'https://192-0-2-5.00000000.plex.direct:32400',
              address: '192.0.2.5',
              port: 32400,
              kind: 'local',
              isSecure: true,
              isIPv6: false,
            },
          ],
        },
        accessToken: 'zzFAKEzzSERVERzzz003',
      },
    ]);
  });

  test('are the same from XML, one or several', () => {
    const json = readResources([server]);
    expect(readResources(fromXml(`<resources>${xmlServer}</resources>`))).toEqual(json);
    expect(
      readResources(fromXml(`<MediaContainer size="1">${xmlServer}</MediaContainer>`)),
    ).toEqual(json);
    const second = xmlServer.replace('aaaa', 'bbbb');
    expect(readResources(fromXml(`<resources>${xmlServer}${second}</resources>`))).toHaveLength(2);
  });

  test('are read from v1, with seconds since 1970 and no relay', () => {
    const xml = `<MediaContainer size="1"><Device name="Attic" clientIdentifier="aaaa" provides="client,server" owned="1" createdAt="1577836800"><Connection protocol="http" address="192.0.2.5" port="32400" uri="http://192.0.2.5:32400" local="0"/></Device></MediaContainer>`;
    expect(readResources(fromXml(xml))).toMatchObject([
      {
        server: {
          createdAt: Date.UTC(2020, 0, 1),
          connections: [{ kind: 'remote', isSecure: false, port: 32400 }],
        },
        accessToken: null,
      },
    ]);
  });

  test('leave out players, and entries without an identifier', () => {
    expect(
      readResources([
        { ...server, provides: 'client,player' },
        { ...server, provides: '' },
        { ...server, provides: null },
        { ...server, clientIdentifier: null },
      ]),
    ).toEqual([]);
  });

  test('come once each', () => {
    expect(readResources([server, { ...server, name: 'Twin' }])).toHaveLength(1);
  });

  test('of somebody else name their owner', () => {
    expect(
      readResources([{ ...server, owned: false, home: true, sourceTitle: 'noor', ownerId: 5 }]),
    ).toMatchObject([{ server: { isOwned: false, isHome: true, ownerName: 'noor' } }]);
  });

  test('survive null, and the absence, of everything but the identifier', () => {
    const bare = { clientIdentifier: 'aaaa', provides: 'server' };
    const nulls = Object.fromEntries(Object.keys(server).map((name) => [name, null]));
    for (const entry of [bare, { ...nulls, ...bare }]) {
      expect(readResources([entry])).toMatchObject([
        {
          server: { name: 'aaaa', version: null, isOnline: false, connections: [] },
          accessToken: null,
        },
      ]);
    }
  });

  test('are told by names of a length to be shown, and by the identifier where nothing of the name can be seen', () => {
    const long = 'x'.repeat(100_000);
    const ofOwner = { name: long, productVersion: long, platform: long, platformVersion: long };
    const cut = `${'x'.repeat(299)}…`;
    expect(
      readResources([
        { ...server, ...ofOwner, device: long, sourceTitle: long },
        { ...server, clientIdentifier: 'bbbb', name: '\u200b' },
      ]),
    ).toMatchObject([
      {
        server: {
          ...{ name: cut, version: cut, platform: cut, platformVersion: cut },
          ...{ device: cut, ownerName: cut },
        },
      },
      { server: { name: 'bbbb' } },
    ]);
  });

  test('have no token that can be in no header', () => {
    expect(readResources([{ ...server, accessToken: 'a\r\nb' }])).toMatchObject([
      { accessToken: null },
    ]);
  });

  test.each([
    ['a relay', { relay: true, local: true }, { kind: 'relay' }],
    [
      'an IPv6 address',
      { uri: 'https://[2001:db8::1]:32400/' },
      { isIPv6: false, uri: 'https://[2001:db8::1]:32400' },
    ],
    [
      'an IPv6 address, untold',
      { uri: 'http://[2001:db8::1]:32400', IPv6: null },
      { isIPv6: true },
    ],
    ['no port', { uri: 'https://attic.example.invalid', port: null }, { port: 443 }],
    [
      'no address',
      { address: null, uri: 'https://attic.example.invalid:1' },
      { address: 'attic.example.invalid' },
    ],
    ['no uri', { uri: null, protocol: 'http' }, { uri: 'http://192.0.2.5:32400' }],
    [
      'no uri and IPv6',
      { uri: null, protocol: 'http', address: '2001:db8::1' },
      { uri: 'http://[2001:db8::1]:32400' },
    ],
  ])('have connections with %s', (_what, change, expected) => {
    expect(connectionsOf([{ ...connection, ...change }])).toMatchObject([expected]);
  });

  test.each([
    { uri: 'file:///etc/passwd' },
    { uri: 'javascript:alert(1)' },
    { uri: 'https://user@attic.example.invalid:1' },
    { uri: 'https://:pass@attic.example.invalid:1' },
    { uri: 'https://attic.example.invalid/?x=' },
    { uri: 'https://attic.example.invalid/#' + 'x' },
    { uri: 'not an address' },
    { uri: null, address: null },
    { uri: null, port: 99_999 },
  ])('have no connection that leads nowhere or elsewhere: %j', (change) => {
    expect(connectionsOf([{ ...connection, ...change }])).toEqual([]);
  });

  test('have each address once', () => {
    expect(connectionsOf([connection, { ...connection, local: false }])).toHaveLength(1);
  });

  test.each([null, 'text', 5, {}, { errors: [] }])(
    'are not in an answer that is no list: %j',
    (body) => {
      expect(readResources(body)).toBeNull();
    },
  );

  test.each([
    [[null]],
    [[{ ...server, clientIdentifier: null }]],
    [[{}, { clientIdentifier: {}, provides: 'server' }]],
  ])('are not in an answer that holds something, of which nothing can be read: %j', (body) => {
    expect(readResources(body)).toBeNull();
  });

  test('have no more addresses than can be asked who they are without harm', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      uri: `http://192.0.2.1:${index + 1}`,
    }));
    expect(connectionsOf(many)).toHaveLength(100);
  });

  test('are none where everything is a player', () => {
    expect(readResources([{ ...server, provides: 'player' }])).toEqual([]);
  });

  test('are none in an empty list of either form', () => {
    expect(readResources([])).toEqual([]);
    expect(readResources(fromXml('<resources/>'))).toEqual([]);
    expect(readResources(fromXml('<MediaContainer size="0"/>'))).toEqual([]);
  });

  test('never make the reader throw', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        readResources(anything);
        readResources([
          anything,
          { ...server, connections: [anything] },
          { ...server, name: anything },
        ]);
      }),
    );
  });
});
