import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import {
  serverRefKey,
  tokenHoles,
  type ServerList,
  type ServerSummary,
} from '../../../shared/model/server.ts';

/** A server in the list of all accounts, and what it is found, sorted and counted by. */
export interface ServerEntry {
  readonly key: string;
  readonly accountId: AccountId;
  readonly server: ServerSummary;
  /** Where it is in main's lists. */
  readonly at: readonly [list: number, server: number];
  /** What a search looks through. */
  readonly text: string;
  readonly needsUpdate: boolean;
}

export const segments = ['all', 'online', 'pinned', 'needsUpdate'] as const;
export type Segment = (typeof segments)[number];

export const sorts = ['pinned', 'name', 'lastUsed'] as const;
export type Sort = (typeof sorts)[number];

/** All servers of all accounts. */
export const listServers = (
  lists: readonly ServerList[],
  accounts: readonly AccountSummary[],
): readonly ServerEntry[] => {
  const titles = new Map(accounts.map(({ id, title }) => [id, title]));
  return lists.flatMap(({ accountId, servers }, listAt) =>
    servers.map((server, serverAt) => ({
      key: serverRefKey({ accountId, serverId: server.id }),
      accountId,
      server,
      at: [listAt, serverAt] as const,
      text: searchedText(server, titles.get(accountId) ?? ''),
      needsUpdate: tokenHoles(server.version).length > 0,
    })),
  );
};

/** Accents are left out, since people leave them out where they type; most of thousands of servers have none. */
const folded = (text: string): string =>
  (/[^\0-\x7F]/u.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text).toLowerCase();

const searchedText = (server: ServerSummary, account: string): string =>
  folded(
    [
      server.name,
      account,
      server.ownerName,
      server.version,
      server.platform,
      server.device,
      server.id,
      ...server.connections.map((connection) => connection.uri),
    ]
      .filter((part) => part !== null)
      .join('\n'),
  );

/** Those that hold every word of the query somewhere: name, account, owner, version, platform, id or address. */
export const findServers = (
  entries: readonly ServerEntry[],
  query: string,
): readonly ServerEntry[] => {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter(({ text }) => words.every((word) => text.includes(word)));
};

export const isInSegment = (
  { key, server, needsUpdate }: ServerEntry,
  segment: Segment,
  pinned: ReadonlySet<string>,
): boolean => {
  switch (segment) {
    case 'all':
      return true;
    case 'online':
      return server.isOnline;
    case 'pinned':
      return pinned.has(key);
    case 'needsUpdate':
      return needsUpdate;
  }
};

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

// The key settles two servers of one name, so that a refresh never makes rows change places.
const byName = (a: ServerEntry, b: ServerEntry): number =>
  collator.compare(a.server.name, b.server.name) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** `first` stand before the others, in their order; within, all are sorted by name. */
export const sortServers = (
  entries: readonly ServerEntry[],
  first: readonly string[],
): readonly ServerEntry[] => {
  const places = new Map(first.map((key, place) => [key, place]));
  const placeOf = ({ key }: ServerEntry): number => places.get(key) ?? first.length;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b) || byName(a, b));
};
