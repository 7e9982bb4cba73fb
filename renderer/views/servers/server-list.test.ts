import { describe, expect, it } from 'vitest';
import type { ConnectionSummary, ServerSummary } from '../../../shared/model/server.ts';
import { testData } from '../../bridge/test-data.ts';
import {
  findServers,
  isInSegment,
  listServers,
  sortServers,
  type ServerEntry,
} from './find-servers.ts';
import { shortVersion } from './short-version.ts';
import { bestRoute } from './best-route.ts';
import { newestToken } from './newest-token.ts';

const server = (id: string, change: Parameters<typeof testData.server>[0] = {}) =>
  testData.server({ id: testData.serverId(id), name: id, ...change });

const connection = (change: Partial<ConnectionSummary>): ConnectionSummary => ({
  uri: 'https://192-0-2-5.abc.plex.direct:32400',
  address: '192.0.2.5',
  port: 32400,
  kind: 'local',
  isSecure: true,
  isExposed: false,
  isIPv6: false,
  isAdded: false,
  certificate: null,
  state: { kind: 'untried' },
  ...change,
});

const entriesOf = (...lists: readonly ServerSummary[][]) =>
  listServers(
    lists.map((servers, index) => ({
      accountId: testData.accountId(`account-${index + 1}`),
      servers,
      refreshedAt: 1,
      isRefreshing: false,
      error: null,
    })),
    [testData.account({ title: 'robin' })],
  );
const idsOf = (entries: readonly ServerEntry[]) => entries.map((each) => each.server.id);

describe('the order of servers', () => {
  it('is by name as people count, and settled where names are the same', () => {
    const entries = entriesOf([
      server('3', { name: 'Attic 10' }),
      server('2', { name: 'attic 9' }),
      server('5', { name: 'Same' }),
      server('4', { name: 'Same' }),
    ]);
    expect(idsOf(sortServers(entries, []))).toEqual(['2', '3', '4', '5']);
    expect(sortServers(entries, [])).toEqual(sortServers(entries.toReversed(), []));
  });

  it('puts some before the others, in their own order, and those of one account alone', () => {
    const entries = entriesOf([server('a'), server('b'), server('c')], [server('a')]);
    const first = ['account-1 c', 'account-2 a', 'gone'];
    expect(sortServers(entries, first).map(({ key }) => key)).toEqual([
      'account-1 c',
      'account-2 a',
      'account-1 a',
      'account-1 b',
    ]);
  });
});

describe('the segments of the list', () => {
  it.each([
    ['all', ['a', 'b']],
    ['online', ['a']],
    ['pinned', ['b']],
    ['needsUpdate', ['b']],
  ] as const)('%s', (segment, ids) => {
    const entries = entriesOf([
      server('a', { version: '1.43.0.1' }),
      server('b', { version: '1.42.0.1', isOnline: false }),
    ]);
    const pinned = new Set(['account-1 b']);
    expect(idsOf(entries.filter((entry) => isInSegment(entry, segment, pinned)))).toEqual(ids);
  });
});

describe('searching servers', () => {
  const entries = entriesOf(
    [server('1', { name: 'Zürich', ownerName: null, version: '1.43.0', platform: 'Linux' })],
    [
      server('2', { name: '<b>Bold</b>', ownerName: 'kim', platform: null, version: null }),
      server('3', {
        name: 'صندوق',
        connections: [connection({ uri: 'https://media.example.org:443' })],
      }),
    ],
  );
  const found = (query: string) => idsOf(findServers(entries, query));

  it('looks into name, account, owner, version, platform, id and addresses, accents or not', () => {
    expect(found('ZURICH')).toEqual(['1']);
    expect(found('robin')).toEqual(['1']);
    expect(found('kim')).toEqual(['2']);
    expect(found('1.43')).toEqual(['1']);
    expect(found('example.org')).toEqual(['3']);
    expect(found('<b>')).toEqual(['2']);
    expect(found('صند')).toEqual(['3']);
  });

  it('wants every word, in any place', () => {
    expect(found('linux zürich')).toEqual(['1']);
    expect(found('zürich kim')).toEqual([]);
  });

  it('shows all of them for an empty query', () => {
    expect(found('  ')).toEqual(['1', '2', '3']);
  });
});

describe('how a server is reached', () => {
  const uri = 'https://used.example';
  const proved = { kind: 'proved', elapsedMs: 9, provedAt: 1, isFoundByName: false } as const;
  const failed = { kind: 'failed', reason: 'network.timeout', elapsedMs: 9, failedAt: 1 } as const;
  const best = (connections: readonly ConnectionSummary[], routeUri: string | null = null) =>
    bestRoute({ connections, routeUri })?.uri;

  it('is by the address that was used last, whatever it is', () => {
    expect(best([connection({}), connection({ uri, kind: 'relay', isSecure: false })], uri)).toBe(
      uri,
    );
  });

  it('is by one that answered before one that did not, and else by an encrypted and near one', () => {
    const remote = connection({ uri: 'remote', kind: 'remote' });
    const plain = connection({ uri: 'plain', isSecure: false });
    const relay = connection({ uri: 'relay', kind: 'relay', state: proved });
    const away = connection({ uri: 'away', state: failed });
    expect(best([away, plain, remote])).toBe('remote');
    expect(best([away, remote, relay])).toBe('relay');
    expect(best([away])).toBe('away');
  });

  it('is not said without an address', () => expect(best([])).toBeUndefined());
});

describe('the token of a server that is copied', () => {
  const entry = (id: string, change: Parameters<typeof testData.token>[0] = {}) =>
    testData.token({ id: testData.tokenId(id), ...change });
  const newest = (...tokens: ReturnType<typeof entry>[]) =>
    newestToken(tokens, testData.server())?.id;
  const rejected = { kind: 'rejected', rejectedAt: 1 } as const;

  it('is the newest of its own, and one that is rejected only where there is no other', () => {
    expect(newest(entry('old', { mintedAt: 1 }), entry('new', { mintedAt: 2 }))).toBe('new');
    expect(
      newest(entry('old', { mintedAt: 1 }), entry('dead', { mintedAt: 2, verdict: rejected })),
    ).toBe('old');
    expect(newest(entry('dead', { verdict: rejected }))).toBe('dead');
  });

  it('is none that is over, of another server, or of another account', () => {
    expect(
      newest(
        entry('over', { remainingMs: 0 }),
        entry('elsewhere', { serverId: testData.serverId('other') }),
        entry('other', { accountId: testData.accountId('other') }),
      ),
    ).toBeUndefined();
  });
});

describe('a version', () => {
  it.each([
    ['1.43.0.1-abcdef012', '1.43.0.1'],
    ['1.43.0.1', '1.43.0.1'],
    ['nightly-abc', 'nightly-abc'],
    ['', ''],
  ])('%s reads %s', (sent, shown) => expect(shortVersion(sent)).toBe(shown));
});
