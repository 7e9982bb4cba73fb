import { describe, expect, it } from 'vitest';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import { testData } from '../../bridge/test-data.ts';
import { findServers } from './find-servers.ts';
import { groupServers } from './group-servers.ts';
import { shortVersion } from './short-version.ts';
import { summariseConnections } from './summarise-connections.ts';

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

describe('the list of servers', () => {
  it('puts owned servers first, then those of the Home, then shared ones', () => {
    const groups = groupServers([
      server('c', { ownership: 'shared' }),
      server('a', { ownership: 'owned' }),
      server('b', { ownership: 'home' }),
    ]);
    expect(groups.map((group) => group.ownership)).toEqual(['owned', 'home', 'shared']);
  });

  it('leaves a group without a server out', () => {
    expect(groupServers([])).toEqual([]);
    expect(groupServers([server('a')])).toHaveLength(1);
  });

  it('sorts by name as people count, and by id where names are the same', () => {
    const names = groupServers([
      server('3', { name: 'Attic 10' }),
      server('2', { name: 'attic 9' }),
      server('5', { name: 'Same' }),
      server('4', { name: 'Same' }),
    ])[0]?.servers.map((each) => each.id);
    expect(names).toEqual(['2', '3', '4', '5']);
  });

  it('keeps its order when the servers come in another order', () => {
    const servers = Array.from({ length: 40 }, (_, index) => server(`s${index}`, { name: 'Same' }));
    expect(groupServers(servers)).toEqual(groupServers(servers.toReversed()));
  });
});

describe('searching servers', () => {
  const servers = [
    server('1', { name: 'Attic', ownerName: null, version: '1.43.0', platform: 'Linux' }),
    server('2', { name: '<b>Bold</b>', ownerName: 'kim', platform: null, version: null }),
    server('3', {
      name: 'صندوق',
      connections: [connection({ uri: 'https://media.example.org:443' })],
    }),
  ];
  const found = (query: string) => findServers(servers, query).map((each) => each.id);

  it('looks into name, owner, version, platform and addresses', () => {
    expect(found('ATTIC')).toEqual(['1']);
    expect(found('kim')).toEqual(['2']);
    expect(found('1.43')).toEqual(['1']);
    expect(found('example.org')).toEqual(['3']);
    expect(found('<b>')).toEqual(['2']);
    expect(found('صند')).toEqual(['3']);
  });

  it('wants every word, in any place', () => {
    expect(found('linux attic')).toEqual(['1']);
    expect(found('attic kim')).toEqual([]);
  });

  it('shows all of them for an empty query', () => {
    expect(found('  ')).toEqual(['1', '2', '3']);
  });
});

describe('the addresses of a server in short', () => {
  it('name each kind once, the preferred first', () => {
    expect(
      summariseConnections([
        connection({ kind: 'relay' }),
        connection({ kind: 'local' }),
        connection({ kind: 'local' }),
      ]),
    ).toEqual({ kinds: ['local', 'relay'], security: 'all', count: 3 });
  });

  it('tell when not every address is secure', () => {
    const plain = connection({ isSecure: false });
    expect(summariseConnections([plain])?.security).toBe('none');
    expect(summariseConnections([plain, connection({})])?.security).toBe('some');
  });

  it('are nothing when there is no address', () => {
    expect(summariseConnections([])).toBeNull();
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
