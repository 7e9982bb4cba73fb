import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import { err, type Result } from '../../../shared/result.ts';
import { isExposed } from '../../addresses.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import { connectionRank } from '../../plex/routing.ts';
import type {
  RememberedRoute,
  Route,
  ServerAddress,
  WireServer,
} from '../../plex/wire/resources.ts';
import type { Clock } from '../../ports.ts';
import type { SettingsStore } from '../settings.ts';
import { DAY_MS } from '../../timing.ts';
import type { KeptServers } from './kept-servers.ts';
import type { AccountServers } from './server-access.ts';

/** Looks for the way to a server by the addresses that it has, and keeps what is learnt of them. */
export interface ServerRoutes {
  /**
   * The best way a token may go. With a signal, without a word to the page about each address that is tried, until the
   * signal ends it.
   */
  find(
    server: FindServer,
    accountId: AccountId,
    quietUntil?: AbortSignal | null,
  ): Promise<Result<Route>>;
  /** Tries every address to its end. */
  tryAll(server: FindServer, accountId: AccountId): Promise<Result<Route>>;
}

/** The server with the addresses it may be reached by, as of now. */
export type FindServer = () => Result<WireServer>;

/** Whether an address that was found is still one of the server's. */
export const hasAddress = (
  { connections }: Pick<WireServer, 'connections'>,
  { uri, certificate }: ServerAddress,
): boolean => connections.some((one) => one.uri === uri && one.certificate === certificate);

export function createServerRoutes(deps: {
  readonly of: (accountId: AccountId) => AccountServers;
  readonly routes: RouteMemory;
  readonly settings: SettingsStore;
  readonly plex: PlexClient;
  readonly emitServer: (accountId: AccountId, serverId: ServerId) => void;
}): ServerRoutes {
  const { of, routes, settings, plex, emitServer } = deps;

  const isPlainHttpAllowed = (serverId: ServerId): boolean =>
    settings.value().insecureServerIds.includes(serverId);

  const mayCarryToken = (serverId: ServerId, route: Route): boolean =>
    !isExposed(route.uri) || isPlainHttpAllowed(serverId);

  const search = async (
    find: FindServer,
    accountId: AccountId,
    way: 'findRoute' | 'tryConnections',
    quietUntil: AbortSignal | null = null,
  ): Promise<Result<Route>> => {
    const server = find();
    if (!server.ok) return server;
    const serverId = server.value.id;
    const state = of(accountId);
    const states = new Map<string, ConnectionSummary['state']>();
    if (quietUntil === null) state.connectionStates.set(serverId, states);
    const route = await plex[way](server.value, {
      signal: quietUntil ?? new AbortController().signal,
      remembered: routes.recall(accountId, server.value),
      onConnection: (uri, connectionState) => {
        states.set(uri, connectionState);
        if (quietUntil === null) emitServer(accountId, serverId);
      },
    });
    const present = find();
    if (!present.ok) return present;
    // SECURITY: an address that was taken away while it was asked who it is gets no token any more.
    if (route.ok && !hasAddress(present.value, route.value)) {
      return search(find, accountId, way, quietUntil);
    }
    if (route.ok) {
      state.routeUris.set(serverId, route.value.uri);
      if (route.value.version !== null) state.versions.set(serverId, route.value.version);
      if (mayCarryToken(serverId, route.value)) {
        const remembered = routes.remember(accountId, server.value, route.value);
        // Whoever ends the search from outside is to know when it has ended.
        if (quietUntil !== null) await remembered;
      }
    } else state.routeUris.delete(serverId);
    emitServer(accountId, serverId);
    return route;
  };

  /** SECURITY: the one door to a way for a token, so that none goes unencrypted unasked. */
  const findRoute = async (
    find: FindServer,
    accountId: AccountId,
    quietUntil: AbortSignal | null = null,
  ): Promise<Result<Route>> => {
    const route = await search(find, accountId, 'findRoute', quietUntil);
    const server = find();
    if (!server.ok || !route.ok || mayCarryToken(server.value.id, route.value)) return route;
    return err({ code: 'server.insecure', uri: route.value.uri });
  };

  return {
    find: findRoute,
    tryAll: (find, accountId) => search(find, accountId, 'tryConnections'),
  };
}

/** Which address of a server served on which network. It is where to look first, never a proof. */
export interface RouteMemory {
  /** Null on a network that is new, and once what was found there is old: then every address gets its chance again. */
  recall(accountId: AccountId, server: WireServer): RememberedRoute | null;
  /** For many servers of one account: the network is looked at once. */
  recallAll(accountId: AccountId): (server: WireServer) => RememberedRoute | null;
  remember(accountId: AccountId, server: WireServer, route: Route): Promise<void>;
}

const trustedForMs = DAY_MS;

export function createRouteMemory(deps: {
  readonly kept: KeptServers;
  readonly clock: Clock;
  readonly currentNetwork: () => string | null;
}): RouteMemory {
  const { kept, clock, currentNetwork } = deps;

  const recallAll: RouteMemory['recallAll'] = (accountId) => {
    const network = currentNetwork();
    const known = new Map(
      (kept.of(accountId)?.routes ?? [])
        .filter((one) => one.network === network)
        .map((one) => [one.serverId, one]),
    );
    return (server) => {
      const route = known.get(server.id);
      if (route === undefined) return null;
      // A clock that was set back makes it old too.
      const ageMs = clock.now() - route.at;
      const isListed = server.connections.some(({ uri }) => uri === route.uri);
      return isListed && ageMs >= 0 && ageMs < trustedForMs ? route : null;
    };
  };
  const recall: RouteMemory['recall'] = (accountId, server) => recallAll(accountId)(server);

  return {
    recall,
    recallAll,
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
