import type { TokenFinding } from '../../shared/model/identification.ts';
import type { ServerId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import { titleOf } from '../core/accounts/account-entries.ts';
import type { Accounts } from '../core/accounts/accounts.ts';
import { SECOND_MS } from '../timing.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import { tokenKind } from '../token-text.ts';
import type { WireAccount } from '../plex/wire/account.ts';
import type { Route, WireServer } from '../plex/wire/resources.ts';
import type { Clock } from '../ports.ts';
import type { ServerDirectory } from '../core/servers/server-directory.ts';
import { askServers } from './ask-servers.ts';
import { findAccountHere } from './find-account-here.ts';
import { listKnownServers } from './list-known-servers.ts';

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
  account: WireAccount,
): Promise<TokenFinding> => {
  const provedAt = clock.now();
  const [resources, device, here] = await Promise.all([
    plex.listResources(token, signal),
    plex.findTokenDevice(token, signal),
    findAccountHere(accounts, account.uuid, token),
  ]);
  return {
    kind: 'account',
    provedAt,
    account: {
      uuid: account.uuid,
      title: titleOf(account),
      username: account.username,
      email: account.email,
      hasPlexPass: account.subscription.active,
      isRestricted: account.restricted === true,
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
