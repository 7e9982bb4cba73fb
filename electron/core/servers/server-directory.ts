import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { ServerList, ServerSummary } from '../../../shared/model/server.ts';
import type { Verdict } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isExposed } from '../../addresses.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import { connectionRank } from '../../plex/routing.ts';
import {
  isOfServer,
  type RememberedRoute,
  type Route,
  type WireServer,
} from '../../plex/wire/resources.ts';
import type { Clock } from '../../ports.ts';
import type { SettingsStore } from '../settings.ts';
import { paced } from '../../timing.ts';
import { maskToken } from '../../token-text.ts';
import { askWithPresentToken, type Accounts } from '../accounts/accounts.ts';
import type { VerdictBook } from '../verdicts/verdict-book.ts';
import { createAddressBook, type AddressBook } from './address-book.ts';
import type { KeptServers } from './kept-servers.ts';
import {
  createAccountServers,
  createServerAccess,
  type AccountServers,
  type ServerAccess,
} from './server-access.ts';
import { createServerRoutes, hasAddress, type RouteMemory } from './server-routes.ts';

/** The servers of each account, the way to each, and the access token for each. */
export interface ServerDirectory extends ServerAccess {
  list(accountId: AccountId): ServerList;
  refresh(accountId: AccountId): Promise<Result<null>>;
  /** As Plex lists them, each with the addresses that the person added. */
  all(accountId: AccountId): readonly WireServer[];
  find(accountId: AccountId, serverId: ServerId): Result<WireServer>;
  /** What is known of the access token for a server; null when the account has no such server. */
  verdict(accountId: AccountId, serverId: ServerId): Verdict | null;
  /** The address used last, else the best one listed; null when there is none. */
  uriOf(accountId: AccountId, serverId: ServerId): string | null;
  /**
   * An address that has just proved to be the server, and by which any token may go: none that only the person vouches
   * for.
   */
  findRoute(accountId: AccountId, serverId: ServerId): Promise<Result<Route>>;
  /**
   * One by which its own tokens may go, without a word to the page about each address that is tried: forty servers in a row
   * are many words.
   */
  findRouteQuietly(
    accountId: AccountId,
    serverId: ServerId,
    signal: AbortSignal,
  ): Promise<Result<Route>>;
  /** Whether Plex gives the account token itself as the access token for a server, as far as this run has been told. */
  usesAccountToken(accountId: AccountId, serverId: ServerId): boolean;
  /** Whether the server's own tokens may go by a route that was found before, perhaps for another token or with another list. */
  mayCarryOwnTokens(accountId: AccountId, serverId: ServerId, route: Route): boolean;
  /** Tries every address to its end. */
  tryConnections(accountId: AccountId, serverId: ServerId): Promise<Result<null>>;
  /** Who adds to it has asked whether an address is good: see `AddedAddresses`. */
  readonly addresses: Pick<AddressBook, 'add' | 'remove'>;
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

  const all = (accountId: AccountId): readonly WireServer[] =>
    addresses.withAdded(accountId, of(accountId).servers);

  const summarize = (
    accountId: AccountId,
    servers: readonly WireServer[],
  ): readonly ServerSummary[] => {
    const state = of(accountId);
    const recall = routes.recallAll(accountId);
    return servers.map((server) =>
      summarizeServer(server, state, {
        accountId,
        verdict: book.accessVerdict(accountId, server.id),
        remembered: recall(server),
      }),
    );
  };

  const list = (accountId: AccountId): ServerList => {
    const state = of(accountId);
    return {
      accountId,
      servers: summarize(accountId, all(accountId)),
      refreshedAt: state.refreshedAt,
      isRefreshing: state.refreshing !== null,
      error: state.error,
    };
  };

  /** What the page has not been told yet: of an account the whole list, or some of its servers. */
  const untold = new Map<AccountId, Set<ServerId> | 'list'>();
  const tell = paced(clock, () => {
    const lists: ServerList[] = [];
    const changedServers: ServerSummary[] = [];
    for (const [accountId, changed] of untold) {
      if (!accounts.find(accountId).ok) continue;
      if (changed === 'list') lists.push(list(accountId));
      else {
        const servers = all(accountId).filter(({ id }) => changed.has(id));
        changedServers.push(...summarize(accountId, servers));
      }
    }
    untold.clear();
    if (lists.length > 0 || changedServers.length > 0) {
      events.emit({
        ...(lists.length > 0 ? { servers: lists } : {}),
        ...(changedServers.length > 0 ? { changedServers } : {}),
      });
    }
  });
  const emitList = (accountId: AccountId): void => {
    untold.set(accountId, 'list');
    tell();
  };
  const emitServer = (accountId: AccountId, serverId: ServerId): void => {
    const changed = untold.get(accountId) ?? new Set<ServerId>();
    if (changed !== 'list') untold.set(accountId, changed.add(serverId));
    tell();
  };

  const addresses = createAddressBook({ accounts, kept, of, emitServer });

  const ask = async (accountId: AccountId, state: AccountServers): Promise<Result<null>> => {
    let accountToken = '';
    const found = await askWithPresentToken(accounts, accountId, (token) => {
      accountToken = token;
      return plex.listResources(token);
    });
    if (!found.ok) {
      state.error = found.error;
      return found;
    }
    state.error = null;
    state.servers = found.value.map(({ server }) => server);
    state.refreshedAt = clock.now();
    const before = new Map(state.accessTokens);
    state.accessTokens.clear();
    state.accountTokenServers = new Set(
      found.value.flatMap((one) => (one.accessToken === accountToken ? one.server.id : [])),
    );
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
    const server = all(accountId).find((one) => one.id === serverId);
    return server === undefined ? err({ code: 'server.notFound' }) : ok(server);
  };

  const ofServer = (server: WireServer): WireServer => ({
    ...server,
    connections: server.connections.filter(isOfServer),
  });

  const usesAccountToken = (accountId: AccountId, serverId: ServerId): boolean =>
    of(accountId).accountTokenServers.has(serverId);

  /** With the addresses by which the access token may go. */
  const findForAccess = (accountId: AccountId, serverId: ServerId): Result<WireServer> => {
    const server = find(accountId, serverId);
    return server.ok && usesAccountToken(accountId, serverId) ? ok(ofServer(server.value)) : server;
  };

  /** With the addresses by which any token may go. */
  const findForAny = (accountId: AccountId, serverId: ServerId): Result<WireServer> => {
    const server = find(accountId, serverId);
    return server.ok ? ok(ofServer(server.value)) : server;
  };

  const ways = createServerRoutes({ of, routes, settings, plex, emitServer });

  const access = createServerAccess({
    ...{ refresh, book, clock, emitServer },
    of,
    find: findForAccess,
    known: (accountId) => known.get(accountId) ?? null,
    findRoute: (accountId, serverId) =>
      ways.find(() => findForAccess(accountId, serverId), accountId),
  });

  const uriOf = (accountId: AccountId, serverId: ServerId): string | null => {
    const server = find(accountId, serverId);
    if (!server.ok) return null;
    const [best] = server.value.connections.toSorted(
      (one, other) => connectionRank(one) - connectionRank(other),
    );
    return usedLast(server.value, of(accountId)) ?? best?.uri ?? null;
  };

  /** What another process has got from Plex is as good as what this one asked; access tokens it did not keep. */
  kept.onTakenOver((accountIds) => {
    for (const accountId of accountIds) {
      const [state, last] = [known.get(accountId), kept.of(accountId)];
      if (!accounts.find(accountId).ok) continue;
      if (last !== null && state !== undefined && last.refreshedAt > (state.refreshedAt ?? 0)) {
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
    all,
    find,
    verdict: (accountId, serverId) =>
      find(accountId, serverId).ok ? book.accessVerdict(accountId, serverId) : null,
    findRoute: (accountId, serverId) => ways.find(() => findForAny(accountId, serverId), accountId),
    findRouteQuietly: (accountId, serverId, signal) =>
      ways.find(() => findForAccess(accountId, serverId), accountId, signal),
    usesAccountToken,
    mayCarryOwnTokens: (accountId, serverId, route) => {
      const server = findForAccess(accountId, serverId);
      return server.ok && hasAddress(server.value, route);
    },
    tryConnections: async (accountId, serverId) => {
      const route = await ways.tryAll(() => find(accountId, serverId), accountId);
      return route.ok ? ok(null) : route;
    },
    addresses,
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
    connections: connections.map(({ addedFor, certificate = null, ...connection }) => ({
      ...connection,
      certificate,
      isAdded: addedFor !== undefined,
      isExposed: isExposed(connection.uri),
      state: states?.get(connection.uri) ?? { kind: 'untried' },
    })),
    routeUri: usedLast(server, state) ?? remembered?.uri ?? null,
  };
}

/** The address used last in this run, unless it is none of the server's any more. */
const usedLast = (
  { id, connections }: WireServer,
  { routeUris }: AccountServers,
): string | undefined => connections.find(({ uri }) => uri === routeUris.get(id))?.uri;
