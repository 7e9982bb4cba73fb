import { setImmediate } from 'node:timers/promises';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { ServerList } from '../../shared/model/server.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import { connectionRank } from '../plex/routing/connection-rank.ts';
import type { Route, WireServer } from '../plex/wire-server.ts';
import type { Clock } from '../ports.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { nextVerdict } from '../verdicts/next-verdict.ts';
import { createAccountServers, type AccountServers } from './account-servers.ts';
import type { KeptServers } from './kept-servers.ts';
import type { RouteMemory } from './route-memory.ts';
import { createServerRoutes } from './server-routes.ts';
import { summarizeServer } from './summarize-server.ts';

/** The servers of each account, the way to each, and the access tokens, which are held in memory only. */
export interface ServerDirectory {
  list(accountId: AccountId): ServerList;
  refresh(accountId: AccountId): Promise<Result<null>>;
  find(accountId: AccountId, serverId: ServerId): Result<WireServer>;
  /**
   * All that is needed to ask the server something; plex.tv is asked first where this run has no access token yet.
   * `server.insecure` when only plain http leads there and the person has not said that a token may go over it.
   */
  reach(accountId: AccountId, serverId: ServerId): Promise<Result<ReachedServer>>;
  /** As held in this run; plex.tv is asked first where there is none. */
  accessToken(accountId: AccountId, serverId: ServerId): Promise<Result<string>>;
  heldAccessToken(accountId: AccountId, serverId: ServerId): string | null;
  /** What was learnt of an access token. News of one that was replaced meanwhile is none. */
  noteAccess(news: AccessNews): void;
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
  /** Whether a token is the account's access token for a server, as far as this run has been told. */
  hasAccessToken(accountId: AccountId, serverId: ServerId, token: string): boolean;
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
  readonly clock: Clock;
  readonly events: EventBus;
}

export interface ReachedServer {
  readonly server: WireServer;
  /** An address that has just proved to be this server. */
  readonly route: Route;
  readonly accessToken: string;
}

export interface AccessNews {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
  /** Null when there was none to ask about. */
  readonly accessToken: string | null;
  readonly outcome: Result<unknown>;
}

export function createServerDirectory(deps: ServerDirectoryDeps): ServerDirectory {
  const { accounts, kept, routes, settings, plex, clock, events } = deps;
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
        summarizeServer(accountId, server, state, routes.recall(accountId, server)),
      ),
      refreshedAt: state.refreshedAt,
      isRefreshing: state.refreshing !== null,
      error: state.error,
    };
  };

  const tell = (accountId: AccountId): void => events.emit('servers.changed', list(accountId));

  const ask = async (accountId: AccountId, state: AccountServers): Promise<Result<null>> => {
    const found = await accounts.ask(accountId, (token) => plex.listResources(token));
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
      if (before.get(server.id) !== accessToken) state.accessVerdicts.delete(server.id);
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
      if (known.get(accountId) === state) tell(accountId);
    });
    tell(accountId);
    return state.refreshing;
  };

  const find = (accountId: AccountId, serverId: ServerId): Result<WireServer> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const server = of(accountId).servers.find((one) => one.id === serverId);
    return server === undefined ? err({ code: 'server.notFound' }) : ok(server);
  };

  const ways = createServerRoutes({ find, of, routes, settings, plex, tell });

  const accessToken = async (accountId: AccountId, serverId: ServerId): Promise<Result<string>> => {
    const state = of(accountId);
    // A list that is on its way may bring a new token; failing that, the one at hand is tried.
    if (state.refreshing !== null) await state.refreshing;
    if (!state.accessTokens.has(serverId)) {
      const refreshed = await refresh(accountId);
      if (!refreshed.ok) return refreshed;
    }
    const server = find(accountId, serverId);
    if (!server.ok) return server;
    const token = state.accessTokens.get(serverId);
    return token === undefined ? err({ code: 'server.noAccessToken' }) : ok(token);
  };

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
      tell(accountId);
    }
  });

  const noteAccess = (news: AccessNews): void => {
    const { accountId, serverId, outcome } = news;
    const state = known.get(accountId);
    if (state === undefined) return;
    if (news.accessToken !== (state.accessTokens.get(serverId) ?? null)) return;
    const before = state.accessVerdicts.get(serverId);
    state.accessVerdicts.set(serverId, nextVerdict(before, outcome, clock.now()));
    tell(accountId);
  };

  return {
    list,
    accessToken,
    heldAccessToken: (accountId, serverId) => of(accountId).accessTokens.get(serverId) ?? null,
    noteAccess,
    uriOf,
    refresh,
    find,
    reach: async (accountId, serverId) => {
      const asked = accessToken(accountId, serverId);
      // A server that is known already is looked for while plex.tv is asked for the token. The keychain's process has
      // its question by then, and works while this one gets ready for the first request.
      const before = find(accountId, serverId);
      const early = before.ok ? setImmediate().then(() => ways.find(accountId, serverId)) : null;
      const token = await asked;
      if (!token.ok) return token;
      const server = find(accountId, serverId);
      if (!server.ok) return server;
      const hasMoved = before.ok && !hasSameAddresses(before.value, server.value);
      const found = await (early ?? ways.find(accountId, serverId));
      // SECURITY: the list that came with the token may tell of addresses that the early search did not know, and no
      // longer of the one it found; or that the server wants https by now.
      const route = hasMoved ? await ways.find(accountId, serverId) : found;
      if (!route.ok) return route;
      return ok({ server: server.value, route: route.value, accessToken: token.value });
    },
    findRoute: (accountId, serverId) => ways.find(accountId, serverId),
    findRouteQuietly: (accountId, serverId, signal) => ways.find(accountId, serverId, signal),
    hasAccessToken: (accountId, serverId, token) =>
      of(accountId).accessTokens.get(serverId) === token,
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

const hasSameAddresses = (one: WireServer, other: WireServer): boolean =>
  one.isHttpsRequired === other.isHttpsRequired &&
  JSON.stringify(one.connections) === JSON.stringify(other.connections);
