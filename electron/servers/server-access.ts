import { setImmediate } from 'node:timers/promises';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Route, WireServer } from '../plex/wire-server.ts';
import type { Clock } from '../ports.ts';
import { nextVerdict } from '../verdicts/next-verdict.ts';
import type { AccountServers } from './account-servers.ts';

/** The access tokens of servers, which are held in memory only, and what is asked with them. */
export interface ServerAccess {
  /**
   * All that is needed to ask the server something; plex.tv is asked first where this run has no access token yet.
   * `server.insecure` when only plain http leads there and the person has not said that a token may go over it.
   */
  reach(accountId: AccountId, serverId: ServerId): Promise<Result<ReachedServer>>;
  /** As held in this run; plex.tv is asked first where there is none. */
  accessToken(accountId: AccountId, serverId: ServerId): Promise<Result<string>>;
  heldAccessToken(accountId: AccountId, serverId: ServerId): string | null;
  /** Whether a token is the account's access token for a server, as far as this run has been told. */
  hasAccessToken(accountId: AccountId, serverId: ServerId, token: string): boolean;
  /** What was learnt of an access token. News of one that was replaced meanwhile is none. */
  noteAccess(news: AccessNews): void;
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

export function createServerAccess(deps: {
  readonly find: (accountId: AccountId, serverId: ServerId) => Result<WireServer>;
  readonly findRoute: (accountId: AccountId, serverId: ServerId) => Promise<Result<Route>>;
  readonly refresh: (accountId: AccountId) => Promise<Result<null>>;
  readonly of: (accountId: AccountId) => AccountServers;
  /** As `of`, where the account has been looked at before. */
  readonly known: (accountId: AccountId) => AccountServers | null;
  readonly tell: (accountId: AccountId) => void;
  readonly clock: Clock;
}): ServerAccess {
  const { find, findRoute, refresh, of, known, tell, clock } = deps;

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

  return {
    accessToken,
    heldAccessToken: (accountId, serverId) => of(accountId).accessTokens.get(serverId) ?? null,
    hasAccessToken: (accountId, serverId, token) =>
      of(accountId).accessTokens.get(serverId) === token,
    reach: async (accountId, serverId) => {
      const asked = accessToken(accountId, serverId);
      // A server that is known already is looked for while plex.tv is asked for the token. The keychain's process has
      // its question by then, and works while this one gets ready for the first request.
      const before = find(accountId, serverId);
      const early = before.ok ? setImmediate().then(() => findRoute(accountId, serverId)) : null;
      const token = await asked;
      if (!token.ok) return token;
      const server = find(accountId, serverId);
      if (!server.ok) return server;
      const hasMoved = before.ok && !hasSameAddresses(before.value, server.value);
      const found = await (early ?? findRoute(accountId, serverId));
      // SECURITY: the list that came with the token may tell of addresses that the early search did not know, and no
      // longer of the one it found; or that the server wants https by now.
      const route = hasMoved ? await findRoute(accountId, serverId) : found;
      if (!route.ok) return route;
      return ok({ server: server.value, route: route.value, accessToken: token.value });
    },
    noteAccess: (news) => {
      const { accountId, serverId, outcome } = news;
      const state = known(accountId);
      if (state === null) return;
      if (news.accessToken !== (state.accessTokens.get(serverId) ?? null)) return;
      const before = state.accessVerdicts.get(serverId);
      state.accessVerdicts.set(serverId, nextVerdict(before, outcome, clock.now()));
      tell(accountId);
    },
  };
}

const hasSameAddresses = (one: WireServer, other: WireServer): boolean =>
  one.isHttpsRequired === other.isHttpsRequired &&
  JSON.stringify(one.connections) === JSON.stringify(other.connections);
