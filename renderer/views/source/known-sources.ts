import type { ServerSummary } from '../../../shared/model/server.ts';
import { groupServers } from '../servers/group-servers.ts';

export interface KnownSource {
  readonly value: string;
  readonly label: string;
}

/** The servers of an account as sources, by name; servers of one name are told apart by the end of their identifier. */
export const knownSources = (servers: readonly ServerSummary[]): readonly KnownSource[] => {
  const counts = new Map<string, number>();
  for (const { name } of servers) counts.set(name, (counts.get(name) ?? 0) + 1);
  return groupServers(servers)
    .flatMap((group) => group.servers)
    .map((server) => ({
      value: `server://${server.id}`,
      label:
        (counts.get(server.name) ?? 0) > 1
          ? `${server.name} (…${server.id.slice(-6)})`
          : server.name,
    }));
};
