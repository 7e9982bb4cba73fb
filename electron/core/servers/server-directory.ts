import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { ServerList, ServerSummary } from '../../../shared/model/server.ts';
import type { Verdict } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isExposed } from '../../addresses.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import { connectionRank } from '../../plex/routing.ts';
import type { RememberedRoute, Route, WireServer } from '../../plex/wire/resources.ts';
import type { Clock } from '../../ports.ts';
import type { SettingsStore } from '../settings.ts';
import { maskToken } from '../../token-text.ts';
import { askWithPresentToken, type Accounts } from '../accounts/accounts.ts';
import type { VerdictBook } from '../verdicts/verdict-book.ts';
import type { KeptServers } from './kept-servers.ts';
import {
  createAccountServers,
  createServerAccess,
  type AccountServers,
  type ServerAccess,
} from './server-access.ts';
import { createServerRoutes, type RouteMemory } from './server-routes.ts';

/** The servers of each account, the way to each, and the access token for each. */
export interface ServerDirectory extends ServerAccess {
  list(accountId: AccountId): ServerList;
  refresh(accountId: AccountId): Promise<Result<null>>;
  find(accountId: AccountId, serverId: ServerId): Result<WireServer>;
  /** The address used last, else the best one listed; null when there is none. */
  uriOf(accountId: AccountId, serverId: ServerId): string | null;
  /** An address that has just proved to be the server, and by which a token may go. */
  findRoute(accountId: AccountId, serverId: ServerId): Promise<Result<Route>>;
  /** The same without a word to the page about each address that is tried: forty servers in a row are many words. */
  findRouteQuietly(
    accountId: AccountId,
    serverId: ServerId,
    signal: AbortSignal,
  ): Promise<Result<Route>>;
  /** Tries every address to its end. */
  tryConnections(accountId: AccountId, serverId: ServerId): Promise<Result<null>>;
  /** The person's word on whether a token may go to this server over plain http; kept until it is taken back. */
  allowPlainHttp(
    accountId: AccountId,
    serverId: ServerId,
    isAllowed: boolean,
  ): Promise<Result<null>>;
  forget(accountId: AccountId): Promise<void>;
}

export interface ServerDirectoryDeps {
  readonly accounts: Accounts;
  readonly kept: KeptServers;
  readonly routes: RouteMemory;
  readonly settings: SettingsStore;
  readonly plex: PlexClient;
  readonly book: VerdictBook;
  readonly clock: Clock;
  readonly events: EventBus;
}

export function createServerDirectory(deps: ServerDirectoryDeps): ServerDirectory {
  const { accounts, kept, routes, settings, plex, book, clock, events } = deps;
  const known = new Map<AccountId, AccountServers>();

  const of = (accountId: AccountId): AccountServers => {
    const present = known.get(accountId);
    if (present !== undefined) return present;
    const fresh = createAccountServers(kept.of(accountId));
    known.set(accountId, fresh);
    return fresh;
  };

  const list = (accountId: AccountId): ServerList => {
    const state = of(accountId);
    return {
      accountId,
      servers: state.servers.map((server) =>
        summarizeServer(server, state, {
          accountId,
          verdict: book.accessVerdict(accountId, server.id),
          remembered: routes.recall(accountId, server),
        }),
      ),
      refreshedAt: state.refreshedAt,
      isRefreshing: state.refreshing !== null,
      error: state.error,
    };
  };

  const emitList = (accountId: AccountId): void => events.emit({ servers: [list(accountId)] });

  const ask = async (accountId: AccountId, state: AccountServers): Promise<Result<null>> => {
    const found = await askWithPresentToken(accounts, accountId, (token) =>
      plex.listResources(token),
    );
    if (!found.ok) {
      state.error = found.error;
      return found;
    }
    state.error = null;
    state.servers = found.value.map(({ server }) => server);
    state.refreshedAt = clock.now();
    const before = new Map(state.accessTokens);
    state.accessTokens.clear();
    for (const { server, accessToken } of found.value) {
      if (accessToken !== null) state.accessTokens.set(server.id, accessToken);
      if (before.get(server.id) !== accessToken) book.forgetAccess(accountId, server.id);
    }
    const account = accounts.find(accountId);
    // SECURITY: "this session only" leaves nothing of the account in the profile.
    if (account.ok && account.value.storage === 'keychain') {
      await kept.keep({ accountId, refreshedAt: state.refreshedAt, servers: state.servers });
    }
    return ok(null);
  };

  const refresh = (accountId: AccountId): Promise<Result<null>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return Promise.resolve(account);
    const state = of(accountId);
    state.refreshing ??= ask(accountId, state).finally(() => {
      state.refreshing = null;
      if (known.get(accountId) === state) emitList(accountId);
    });
    emitList(accountId);
    return state.refreshing;
  };

  const find = (accountId: AccountId, serverId: ServerId): Result<WireServer> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const server = of(accountId).servers.find((one) => one.id === serverId);
    return server === undefined ? err({ code: 'server.notFound' }) : ok(server);
  };

  const ways = createServerRoutes({ find, of, routes, settings, plex, emitList });

  const access = createServerAccess({
    ...{ find, refresh, book, clock, emitList },
    of,
    known: (accountId) => known.get(accountId) ?? null,
    findRoute: (accountId, serverId) => ways.find(accountId, serverId),
  });

  const uriOf = (accountId: AccountId, serverId: ServerId): string | null => {
    const server = find(accountId, serverId);
    if (!server.ok) return null;
    const [best] = server.value.connections.toSorted(
      (one, other) => connectionRank(one) - connectionRank(other),
    );
    return of(accountId).routeUris.get(serverId) ?? best?.uri ?? null;
  };

  /** What another process has got from Plex is as good as what this one asked; access tokens it did not keep. */
  kept.onTakenOver((accountIds) => {
    for (const accountId of accountIds) {
      const [state, last] = [known.get(accountId), kept.of(accountId)];
      if (last === null || !accounts.find(accountId).ok) continue;
      if (state !== undefined && last.refreshedAt > (state.refreshedAt ?? 0)) {
        state.servers = last.servers;
        state.refreshedAt = last.refreshedAt;
        state.error = null;
      }
      emitList(accountId);
    }
  });

  return {
    list,
    ...access,
    uriOf,
    refresh,
    find,
    findRoute: (accountId, serverId) => ways.find(accountId, serverId),
    findRouteQuietly: (accountId, serverId, signal) => ways.find(accountId, serverId, signal),
    tryConnections: async (accountId, serverId) => {
      const route = await ways.tryAll(accountId, serverId);
      return route.ok ? ok(null) : route;
    },
    allowPlainHttp: async (accountId, serverId, isAllowed) => {
      const server = find(accountId, serverId);
      if (!server.ok) return server;
      const updated = await settings.update((present) => {
        const others = present.insecureServerIds.filter((id) => id !== serverId);
        return { ...present, insecureServerIds: isAllowed ? [...others, serverId] : others };
      });
      return updated.ok ? ok(null) : updated;
    },
    forget: async (accountId) => {
      known.delete(accountId);
      await kept.forget(accountId);
    },
  };
}

/** The page's view of a server. */
function summarizeServer(
  server: WireServer,
  state: AccountServers,
  known: {
    readonly accountId: AccountId;
    readonly verdict: Verdict;
    readonly remembered: RememberedRoute | null;
  },
): ServerSummary {
  const { accountId, verdict, remembered } = known;
  const { isOwned, isHome, connections, ...facts } = server;
  const accessToken = state.accessTokens.get(server.id);
  const states = state.connectionStates.get(server.id);
  return {
    ...facts,
    accountId,
    version: state.versions.get(server.id) ?? server.version,
    ownership: isOwned ? 'owned' : isHome ? 'home' : 'shared',
    accessToken: accessToken === undefined ? null : maskToken(accessToken),
    verdict,
    connections: connections.map((connection) => ({
      ...connection,
      isExposed: isExposed(connection.uri),
      state: states?.get(connection.uri) ?? { kind: 'untried' },
    })),
    routeUri: state.routeUris.get(server.id) ?? remembered?.uri ?? null,
  };
}
