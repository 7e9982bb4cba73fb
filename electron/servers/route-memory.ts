import type { AccountId } from '../../shared/model/ids.ts';
import { DAY_MS } from '../timing.ts';
import { connectionRank } from '../plex/routing.ts';
import type { RememberedRoute, Route, WireServer } from '../plex/wire/resources.ts';
import type { Clock } from '../ports.ts';
import type { KeptServers } from './kept-servers.ts';

/** Which address of a server served on which network. It is where to look first, never a proof. */
export interface RouteMemory {
  /** Null on a network that is new, and once what was found there is old: then every address gets its chance again. */
  recall(accountId: AccountId, server: WireServer): RememberedRoute | null;
  remember(accountId: AccountId, server: WireServer, route: Route): Promise<void>;
}

const trustedForMs = DAY_MS;

export function createRouteMemory(deps: {
  readonly kept: KeptServers;
  readonly clock: Clock;
  readonly currentNetwork: () => string | null;
}): RouteMemory {
  const { kept, clock, currentNetwork } = deps;

  const recall: RouteMemory['recall'] = (accountId, server) => {
    const network = currentNetwork();
    const route = kept
      .of(accountId)
      ?.routes.find((one) => one.serverId === server.id && one.network === network);
    if (route === undefined) return null;
    // A clock that was set back makes it old too.
    const ageMs = clock.now() - route.at;
    const isListed = server.connections.some(({ uri }) => uri === route.uri);
    return isListed && ageMs >= 0 && ageMs < trustedForMs ? route : null;
  };

  return {
    recall,
    remember: async (accountId, server, { uri }) => {
      const network = currentNetwork();
      const used = server.connections.find((one) => one.uri === uri);
      if (network === null || used === undefined) return;
      const passedOver = server.connections
        .filter((one) => connectionRank(one) < connectionRank(used))
        .map((one) => one.uri);
      const known = recall(accountId, server);
      // What is known keeps its age: it stays the time at which the better ones had their last chance.
      if (known?.uri === uri && passedOver.every((one) => known.passedOver.includes(one))) return;
      const serverId = server.id;
      await kept.keepRoute(accountId, { network, serverId, uri, passedOver, at: clock.now() });
    },
  };
}
