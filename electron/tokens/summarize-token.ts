import type { TransientTokenSummary } from '../../shared/model/token.ts';
import type { TransientTokenEntry } from '../profile/index-content.ts';

/** The page's view of a transient token, as of now. */
export function summarizeToken(entry: TransientTokenEntry, nowMs: number): TransientTokenSummary {
  return {
    id: entry.id,
    accountId: entry.accountId,
    accountName: entry.accountName,
    serverId: entry.serverId,
    serverName: entry.serverName,
    token: { kind: 'transient', lastFour: entry.lastFour },
    storage: entry.storage,
    mintedAt: entry.mintedAt,
    expiresAt: entry.expiresAt,
    remainingMs: Math.max(0, entry.expiresAt - nowMs),
  };
}
