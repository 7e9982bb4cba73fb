import type { AppErrorCode } from '../../shared/errors.ts';
import type { TransientTokenSummary, Verdict } from '../../shared/model/token.ts';
import type { TransientTokenEntry } from '../storage/profile/index-content.ts';
import type { ServerTime } from '../time/server-time.ts';

/** The page's view of a transient token, as of now. */
export function summarizeToken(
  entry: TransientTokenEntry,
  time: Pick<ServerTime, 'now' | 'toLocal'>,
  unansweredBecause: AppErrorCode | null,
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
    verdict: verdictOf(entry, unansweredBecause),
    remainingMs: Math.max(0, entry.expiresAt - time.now()),
  };
}

function verdictOf(entry: TransientTokenEntry, unansweredBecause: AppErrorCode | null): Verdict {
  const { rejectedAt, rejectedBecause, lastProvedAt } = entry;
  if (rejectedAt !== null) return { kind: 'rejected', rejectedAt, because: rejectedBecause };
  return unansweredBecause !== null || lastProvedAt === null
    ? { kind: 'unknown', reason: unansweredBecause, lastProvedAt }
    : { kind: 'valid', provedAt: lastProvedAt };
}
