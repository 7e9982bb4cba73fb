import type { ServerSummary } from '../../../shared/model/server.ts';

const searchedText = (server: ServerSummary): string =>
  [
    server.name,
    server.ownerName,
    server.version,
    server.platform,
    server.device,
    server.id,
    ...server.connections.map((connection) => connection.uri),
  ]
    .filter((part) => part !== null)
    .join('\n')
    .toLocaleLowerCase();

/** The servers that hold every word of the query somewhere: name, owner, version, platform, id or address. */
export const findServers = (
  servers: readonly ServerSummary[],
  query: string,
): readonly ServerSummary[] => {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return servers;
  return servers.filter((server) => {
    const text = searchedText(server);
    return words.every((word) => text.includes(word));
  });
};
