import type {
  AskedServer,
  FoundAccount,
  OpenedServer,
  TokenFinding,
} from '../../../shared/model/identification.ts';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { err, type Result } from '../../../shared/result.ts';
import { abortError } from '../../plex/http/failures.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { PlexAccount } from '../../plex/wire/account.ts';
import type { Route, WireServer } from '../../plex/wire/resources.ts';
import type { Clock } from '../../ports.ts';
import { isAborted, SECOND_MS } from '../../timing.ts';
import { maskToken, tokenKind } from '../../token-text.ts';
import { titleOf } from '../accounts/account-entries.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';

export interface TokenAsking {
  readonly plex: PlexClient;
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Ways to servers that were found for an earlier token of the same text. */
  readonly routes: Map<ServerId, Promise<Result<Route>>>;
}

const serversLimitMs = 30 * SECOND_MS;

/**
 * Asks what a token is good for. It makes the questions and nobody else: nothing is stored.
 *
 * SECURITY: where a token of unknown origin goes. A claim code, a local token, and a JWT that plex.tv did not make: nowhere. A transient
 * token: to servers alone. Any other: to plex.tv, and when that clearly says no, to servers. Servers are those that the
 * accounts signed in here own or share a Home with (`listKnownServers`), at addresses that proved to be theirs; no
 * address of the pasted text is ever contacted. None of them is told a name of this installation, which plex.tv would
 * write over the entry of the device that the token was issued to.
 */
export const askAboutToken = async (
  asking: TokenAsking,
  token: string,
  issuer: string | null,
): Promise<TokenFinding> => {
  const kind = tokenKind(token);
  asking.plex.noteForeign(token, true);
  if (kind === 'claim') return { kind: 'claimCode' };
  if (kind === 'local') return { kind: 'localToken' };
  if (kind === 'jwt' && !isPlex(issuer)) return { kind: 'notFromPlex' };
  if (kind === 'transient') return findServer(asking, token, false);
  const account = await asking.plex.getAccount(token, asking.signal);
  if (account.ok) return describeAccount(asking, token, account.value);
  return account.error.code === 'token.rejected'
    ? findServer(asking, token, true)
    : { kind: 'unknown', reason: account.error.code, servers: [] };
};

const isPlex = (issuer: string | null): boolean =>
  issuer !== null && /^(?:https:\/\/)?(?:clients\.)?plex\.tv\/?$/i.test(issuer);

const describeAccount = async (
  { plex, accounts, clock, signal }: TokenAsking,
  token: string,
  { identity, plexPass, home }: PlexAccount,
): Promise<TokenFinding> => {
  const provedAt = clock.now();
  const [resources, device, here] = await Promise.all([
    plex.listResources(token, signal),
    plex.findTokenDevice(token, signal),
    findAccountHere(accounts, identity.uuid, token),
  ]);
  return {
    kind: 'account',
    provedAt,
    account: {
      uuid: identity.uuid,
      title: titleOf(identity),
      username: identity.username,
      email: identity.email,
      hasPlexPass: plexPass.active,
      isRestricted: home.isRestricted === true,
      here,
    },
    servers: resources.ok ? resources.value.map(({ server }) => toOpened(server)) : null,
    device: device.ok ? device.value : null,
  };
};

const toOpened = ({ id, name, isOwned, ownerName }: WireServer) => ({
  id,
  name,
  isOwned,
  ownerName,
});

const findServer = async (
  asking: TokenAsking,
  token: string,
  byPlex: boolean,
): Promise<TokenFinding> => {
  const { clock, signal } = asking;
  const known = listKnownServers(asking, token);
  const limit = new AbortController();
  const stopTimer = clock.after(serversLimitMs, () =>
    limit.abort({ code: 'network.timeout', limitMs: serversLimitMs }),
  );
  const { taker, others } = await askServers(
    asking,
    known,
    token,
    AbortSignal.any([signal, limit.signal]),
  );
  stopTimer();
  const now = clock.now();
  if (taker !== null) {
    const { server, accountId, isAccessToken } = taker;
    const accessTokenOf = isAccessToken ? accountId : null;
    return { kind: 'server', provedAt: now, server, accessTokenOf };
  }
  // A transient token may be of a server that was not asked; to plex.tv's no, servers add nothing but a yes.
  const isRefused = byPlex || (others.length > 0 && others.every(({ reason }) => reason === null));
  return isRefused
    ? { kind: 'refused', refusedAt: now, byPlex, servers: others }
    : { kind: 'unknown', reason: null, servers: others };
};

/** Each server's address is looked for so many at a time. */
const atOnce = 4;

export interface ServersAnswer {
  /** The one that took the token; the others were not asked any further. */
  readonly taker: KnownServer | null;
  readonly others: readonly AskedServer[];
}

export interface ServerAsking {
  readonly plex: Pick<PlexClient, 'checkServerToken'>;
  readonly servers: Pick<ServerDirectory, 'findRoute'>;
  /** Addresses that were looked for already, by server; several tokens are asked about, one after the other. */
  readonly routes: Map<ServerId, Promise<Result<Route>>>;
}

/** Shows a token to the servers in their order, until one takes it or the signal ends it. */
const askServers = async (
  asking: ServerAsking,
  known: readonly KnownServer[],
  token: string,
  signal: AbortSignal,
): Promise<ServersAnswer> => {
  const others = new Map<KnownServer, AskedServer>();
  let taker: KnownServer | null = null;
  const left = [...known];

  const ask = async (one: KnownServer): Promise<void> => {
    const { id, name } = one.server;
    const route = isAborted(signal) ? err(abortError(signal)) : await routeTo(asking, one);
    if (taker !== null) return;
    const answer = route.ok
      ? await asking.plex.checkServerToken(route.value, token, signal)
      : route;
    if (answer.ok && answer.value === 'taken') taker ??= one;
    else others.set(one, { id, name, reason: reasonOf(answer) });
  };

  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined && taker === null; next = left.shift()) {
      await ask(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    taker,
    others: known.map((one) => others.get(one)).filter((asked) => asked !== undefined),
  };
};

/** SECURITY: findRoute proves who an address is, without a token, before a token goes there. */
const routeTo = ({ servers, routes }: ServerAsking, { accountId, server }: KnownServer) => {
  const present = routes.get(server.id);
  if (present !== undefined) return present;
  const route = servers.findRoute(accountId, server.id);
  routes.set(server.id, route);
  return route;
};

const reasonOf = (answer: Result<unknown>): AskedServer['reason'] => {
  if (answer.ok) return 'server.openToAll';
  return answer.error.code === 'server.rejected' ? null : answer.error.code;
};

/**
 * The account of this uuid among those signed in here, and whether the token is the very one Usher holds for it. An entry
 * below the admin of a Home counts only when it has this very token: any other token does not take its place.
 */
export const findAccountHere = async (
  accounts: Pick<Accounts, 'summaries' | 'token'>,
  uuid: string,
  token: string,
): Promise<FoundAccount['here']> => {
  const masked = maskToken(token);
  let here: FoundAccount['here'] = null;
  for (const { id, uuid: ofEntry, status, homeOf, token: shown } of accounts.summaries()) {
    if (ofEntry !== uuid || status !== 'ready') continue;
    // The keychain is asked only where it could say yes: it may have to ask the person.
    const couldBe = shown.kind === masked.kind && shown.lastFour === masked.lastFour;
    const held = couldBe ? await accounts.token(id) : null;
    const isSameToken = held === null ? false : held.ok ? held.value === token : null;
    if (isSameToken === true) return { accountId: id, isSameToken };
    if (homeOf === null) here = { accountId: id, isSameToken };
  }
  return here;
};

/** A server of an account that is signed in here. */
interface KnownServer {
  readonly server: OpenedServer;
  /** The account it is known by. */
  readonly accountId: AccountId;
  /** What plex.tv says of it. */
  readonly isOnline: boolean;
  /** The asked token is the access token of that account for this server. */
  readonly isAccessToken: boolean;
}

/**
 * The servers an unknown token may be shown to: those that the accounts signed in here own or share a Home with, each
 * once, those that are online first. When it is the access token of some of them, those alone, whoever owns them.
 *
 * SECURITY: whoever owns a server reads what is shown to it, and can use it elsewhere. So a friend's server is shown no
 * token but the one plex.tv gave out for it.
 */
export const listKnownServers = (
  { accounts, servers }: { readonly accounts: Accounts; readonly servers: ServerDirectory },
  token: string,
): readonly KnownServer[] => {
  const known = new Map<ServerId, KnownServer>();
  for (const { id: accountId, status } of accounts.summaries()) {
    if (status !== 'ready') continue;
    for (const { id, name, ownership, ownerName, isOnline } of servers.list(accountId).servers) {
      const isAccessToken = servers.hasAccessToken(accountId, id, token);
      if ((known.has(id) || ownership === 'shared') && !isAccessToken) continue;
      const server = { id, name, isOwned: ownership === 'owned', ownerName };
      known.set(id, { server, accountId, isOnline, isAccessToken });
    }
  }
  const all = [...known.values()];
  const own = all.filter(({ isAccessToken }) => isAccessToken);
  if (own.length > 0) return own;
  return [...all.filter(({ isOnline }) => isOnline), ...all.filter(({ isOnline }) => !isOnline)];
};
