import type { TransientTokenSummary } from '../../shared/model/token.ts';
import type { TransientTokenEntry } from '../profile/index-content.ts';
import type { ServerTime } from '../time/server-time.ts';

/** The page's view of a transient token, as of now. */
export function summarizeToken(
  entry: TransientTokenEntry,
  time: Pick<ServerTime, 'now' | 'toLocal'>,
): TransientTokenSummary {
  // Once for both, so that the clock does not tick between them.
  const toLocalMs = time.toLocal(0);
  return {
    id: entry.id,
    accountId: entry.accountId,
    accountName: entry.accountName,
    serverId: entry.serverId,
    serverName: entry.serverName,
    token: { kind: 'transient', lastFour: entry.lastFour },
    storage: entry.storage,
    mintedAt: entry.mintedAt + toLocalMs,
    expiresAt: entry.expiresAt + toLocalMs,
    remainingMs: Math.max(0, entry.expiresAt - time.now()),
  };
}
