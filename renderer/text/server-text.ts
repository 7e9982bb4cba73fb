import { countOf } from '../../shared/words/formats.ts';

/** Words of the Servers view and of a server's page. */
export const serverText = {
  title: 'Servers',
  refresh: 'Refresh',
  refreshing: 'Asking plex.tv…',
  search: 'Search servers',
  searchHint: 'Name, owner, version or address',
  count: (count: number) => countOf(count, 'server'),
  found: (found: number, all: number) => `${countOf(found, 'server')} of ${all}`,
  askedAt: 'asked',
  more: (count: number) => `Show ${countOf(count, 'more server')}`,
  signInAgain: 'Sign in again',
  groups: {
    owned: 'Yours',
    home: 'Through Plex Home',
    shared: 'Shared with you',
  },
  ownership: {
    owned: 'Yours',
    home: 'Through Plex Home',
    shared: 'Shared with you',
  },
  empty: {
    title: 'No servers',
    text: 'Plex lists no media server for this account: it has none of its own, and nobody shares one with it.',
  },
  noneFound: {
    title: 'Nothing found',
    text: (query: string) => `No server has “${query}” in its name, owner, version or address.`,
    clear: 'Clear search',
  },
  online: 'Online',
  offline: 'Offline',
  offlineSince: (lastSeen: string) => `Offline, last seen ${lastSeen}`,
  noConnections: 'No addresses',
  by: 'by',
  kinds: { local: 'local', remote: 'remote', relay: 'relay' },
  security: { all: 'secure', some: 'partly secure', none: 'plain HTTP' },
} as const;
