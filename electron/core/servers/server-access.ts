import { setImmediate } from 'node:timers/promises';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountId, EpochMs, ServerId } from '../../../shared/model/ids.ts';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Route, WireServer } from '../../plex/wire/resources.ts';
import type { Clock } from '../../ports.ts';
import { MINUTE_MS } from '../../timing.ts';
import { tokenKind } from '../../token-text.ts';
import type { VerdictBook } from '../verdicts/verdict-book.ts';
import type { KeptAddress } from './kept-servers.ts';

/** What is known of one account's servers in this run. */
export interface AccountServers {
  /** As Plex lists them, without the addresses that the person added. */
  servers: readonly WireServer[];
  /** Those of an account that is here for this session only; the profile has the others'. */
  addedInSession: readonly KeptAddress[];
  refreshedAt: EpochMs | null;
  refreshing: Promise<Result<null>> | null;
  error: AppError | null;
  readonly accessTokens: Map<ServerId, string>;
  /** Servers whose access token is the account token itself, which Plex may give the owner (17.4 of the Plex document). */
  accountTokenServers: ReadonlySet<ServerId>;
  readonly connectionStates: Map<ServerId, Map<string, ConnectionSummary['state']>>;
  readonly routeUris: Map<ServerId, string>;
  /** As the servers themselves told it in this run. */
  readonly versions: Map<ServerId, string>;
}

/** Begins with what an earlier run was told, where there is that. */
export const createAccountServers = (
  last: Pick<AccountServers, 'servers' | 'refreshedAt'> | null,
): AccountServers => ({
  servers: last?.servers ?? [],
  addedInSession: [],
  refreshedAt: last?.refreshedAt ?? null,
  refreshing: null,
  error: null,
  accessTokens: new Map(),
  accountTokenServers: new Set(),
  connectionStates: new Map(),
  routeUris: new Map(),
  versions: new Map(),
});

/**
 * The access tokens of servers and what is asked with them. SECURITY: `/resources` gives them anew whenever they are
 * needed, so they are held in memory alone, a JWT like any other.
 */
export interface ServerAccess {
  /** As held in this run; plex.tv is asked first where there is none. */
  accessToken(accountId: AccountId, serverId: ServerId): Promise<Result<string>>;
  /**
   * Asks something of the server with the access token. When the server refuses that, it may only mean that plex.tv has
   * given out a new one since: that is fetched, once, and all is asked once more. A JWT that is refused is
   * `server.jwtRefused`: plex.tv would only give the same again.
   */
  askWithToken<T>(
    accountId: AccountId,
    serverId: ServerId,
    ask: (accessToken: string) => Promise<Result<T>>,
  ): Promise<AskedWithToken<T>>;
  /**
   * The same at an address that has just proved to be the server; plex.tv is asked first where this run has no access
   * token yet. `server.insecure` when only plain http leads there and the person has not said that a token may go over it.
   * What is learnt of the access token is noted.
   */
  askServer<T>(
    accountId: AccountId,
    serverId: ServerId,
    ask: (reached: ReachedServer) => Promise<Result<T>>,
  ): Promise<Result<T>>;
  heldAccessToken(accountId: AccountId, serverId: ServerId): string | null;
  /** Whether a token is the account's access token for a server, as far as this run has been told. */
  hasAccessToken(accountId: AccountId, serverId: ServerId, token: string): boolean;
  /** What was learnt of an access token; nothing of one that was replaced meanwhile. */
  noteAccess(answer: AccessAnswer): void;
}

export interface ReachedServer {
  readonly server: WireServer;
  /** An address that has just proved to be this server. */
  readonly route: Route;
  readonly accessToken: string;
}

export interface AskedWithToken<T> {
  /** The one asked with last; null when there was none to ask with. */
  readonly accessToken: string | null;
  readonly outcome: Result<T>;
}

export interface AccessAnswer {
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
  readonly emitServer: (accountId: AccountId, serverId: ServerId) => void;
  readonly book: VerdictBook;
  readonly clock: Clock;
}): ServerAccess {
  const { find, findRoute, refresh, of, known, emitServer, book, clock } = deps;

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

  const reach = async (
    accountId: AccountId,
    serverId: ServerId,
  ): Promise<Result<ReachedServer>> => {
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
  };

  const renewedAtMs = new Map<AccountId, number>();

  /** Forty servers that turn their tokens away are no reason to ask for their list forty times. */
  const renew = async (accountId: AccountId, serverId: ServerId): Promise<Result<string>> => {
    const sinceMs = clock.monotonicMs() - (renewedAtMs.get(accountId) ?? -Infinity);
    if (sinceMs >= renewalPauseMs) {
      renewedAtMs.set(accountId, clock.monotonicMs());
      await refresh(accountId);
    }
    return accessToken(accountId, serverId);
  };

  const askWithToken: ServerAccess['askWithToken'] = async (accountId, serverId, ask) => {
    const first = await accessToken(accountId, serverId);
    if (!first.ok) return { accessToken: null, outcome: first };
    const outcome = await ask(first.value);
    if (outcome.ok || !isRefusal(outcome.error)) return { accessToken: first.value, outcome };
    const second = tokenKind(first.value) === 'jwt' ? first : await renew(accountId, serverId);
    const last =
      second.ok && second.value !== first.value
        ? { accessToken: second.value, outcome: await ask(second.value) }
        : { accessToken: first.value, outcome };
    return !last.outcome.ok &&
      last.outcome.error.code === 'server.rejected' &&
      tokenKind(last.accessToken) === 'jwt'
      ? { ...last, outcome: err({ ...last.outcome.error, code: 'server.jwtRefused' }) }
      : last;
  };

  const noteAccess = ({ accountId, serverId, accessToken: token, outcome }: AccessAnswer): void => {
    const state = known(accountId);
    if (state === null || token !== (state.accessTokens.get(serverId) ?? null)) return;
    book.noteAccess(accountId, serverId, outcome);
    emitServer(accountId, serverId);
  };

  return {
    accessToken,
    askWithToken,
    askServer: async (accountId, serverId, ask) => {
      let reached = await reach(accountId, serverId);
      if (!reached.ok) return reached;
      const asked = await askWithToken(accountId, serverId, async (token) => {
        // SECURITY: the list a new token came with may tell of other addresses than before.
        if (!reached.ok || reached.value.accessToken !== token) {
          reached = await reach(accountId, serverId);
        }
        return reached.ok ? ask(reached.value) : reached;
      });
      const word = wordOn(asked.outcome);
      if (word !== null) {
        noteAccess({ accountId, serverId, accessToken: asked.accessToken, outcome: word });
      }
      return asked.outcome;
    },
    heldAccessToken: (accountId, serverId) => of(accountId).accessTokens.get(serverId) ?? null,
    hasAccessToken: (accountId, serverId, token) =>
      of(accountId).accessTokens.get(serverId) === token,
    noteAccess,
  };
}

const renewalPauseMs = MINUTE_MS;

/** A 403 is not a clear no to the token, but reason enough to look whether there is a newer one. */
const isRefusal = (error: AppError): boolean =>
  error.code === 'server.rejected' || (error.code === 'server.refused' && error.status === 403);

/** What the answer to a question of any kind says of the token it was asked with; null when nothing. */
export const wordOn = (outcome: Result<unknown>): Result<null> | null => {
  if (outcome.ok) return ok(null);
  switch (outcome.error.code) {
    case 'server.rejected':
    case 'server.jwtRefused':
      return outcome;
    case 'server.noTransientToken':
    case 'server.notOwner':
      return ok(null);
    default:
      return null;
  }
};

const hasSameAddresses = (one: WireServer, other: WireServer): boolean =>
  one.isHttpsRequired === other.isHttpsRequired &&
  JSON.stringify(one.connections) === JSON.stringify(other.connections);
