import type { ServerId } from '../../shared/model/ids.ts';
import type { Accounts } from '../core/accounts/accounts.ts';
import type { ServerDirectory } from '../core/servers/server-directory.ts';
import type { KnownServer } from './known-server.ts';

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
