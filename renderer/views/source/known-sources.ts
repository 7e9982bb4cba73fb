import type { ServerSummary } from '../../../shared/model/server.ts';
import { toldApart } from '../../../shared/words/formats.ts';
import { groupServers } from '../servers/group-servers.ts';

export interface KnownSource {
  readonly value: string;
  readonly label: string;
}

/** The servers of an account as sources, by name. */
export const knownSources = (servers: readonly ServerSummary[]): readonly KnownSource[] => {
  const known = groupServers(servers).flatMap((group) => group.servers);
  const labels = toldApart(known);
  return known.map(({ id, name }, index) => ({
    value: `server://${id}`,
    label: labels[index] ?? name,
  }));
};
