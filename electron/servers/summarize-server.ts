import type { AccountId } from '../../shared/model/ids.ts';
import type { ServerSummary } from '../../shared/model/server.ts';
import { maskToken } from '../token-text.ts';
import { isExposed } from '../addresses.ts';
import type { RememberedRoute, WireServer } from '../plex/wire/resources.ts';
import type { AccountServers } from './account-servers.ts';

/** The page's view of a server. */
export function summarizeServer(
  accountId: AccountId,
  server: WireServer,
  state: AccountServers,
  remembered: RememberedRoute | null,
): ServerSummary {
  const { isOwned, isHome, connections, ...facts } = server;
  const accessToken = state.accessTokens.get(server.id);
  const states = state.connectionStates.get(server.id);
  return {
    ...facts,
    accountId,
    version: state.versions.get(server.id) ?? server.version,
    ownership: isOwned ? 'owned' : isHome ? 'home' : 'shared',
    accessToken: accessToken === undefined ? null : maskToken(accessToken),
    verdict: state.accessVerdicts.get(server.id) ?? {
      kind: 'unknown',
      reason: null,
      lastProvedAt: null,
    },
    connections: connections.map((connection) => ({
      ...connection,
      isExposed: isExposed(connection.uri),
      state: states?.get(connection.uri) ?? { kind: 'untried' },
    })),
    routeUri: state.routeUris.get(server.id) ?? remembered?.uri ?? null,
  };
}
