import type { ServerSummary } from '../../../shared/model/server.ts';

export interface ServerGroup {
  readonly ownership: ServerSummary['ownership'];
  readonly servers: readonly ServerSummary[];
}

const groupOrder = ['owned', 'home', 'shared'] as const;
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

// The id settles two servers of one name, so that a refresh never makes rows change places.
const compareServers = (a: ServerSummary, b: ServerSummary): number =>
  byName.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Owned, Home, shared; by name within. Groups without a server are left out. */
export const groupServers = (servers: readonly ServerSummary[]): readonly ServerGroup[] => {
  const sorted = servers.toSorted(compareServers);
  return groupOrder
    .map((ownership) => ({
      ownership,
      servers: sorted.filter((server) => server.ownership === ownership),
    }))
    .filter((group) => group.servers.length > 0);
};
