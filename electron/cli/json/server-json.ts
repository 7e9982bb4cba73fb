import type { AccountSummary } from '../../../shared/model/account.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { isoTime } from './iso-time.ts';

/** A server in JSON. */
export const serverJson = (account: AccountSummary, server: ServerSummary) => ({
  machineIdentifier: server.id,
  name: server.name,
  account: account.username,
  accountId: account.id,
  ownership: server.ownership,
  ownerName: server.ownerName,
  isOnline: server.isOnline,
  version: server.version,
  platform: server.platform,
  lastSeenAt: isoTime(server.lastSeenAt),
  accessToken: server.accessToken,
  connections: server.connections.map(({ uri, kind, isSecure, isIPv6 }) => ({
    uri,
    kind,
    isSecure,
    isIPv6,
  })),
});
