import type { AppErrorCode } from '../../shared/errors.ts';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { Verdict } from '../../shared/model/token.ts';
import type { AccountEntry } from '../storage/profile/index-content.ts';
import type { ServerTime } from '../time/server-time.ts';

/** The page's view of an entry of the index. */
export function summarizeAccount(
  entry: AccountEntry,
  unansweredBecause: AppErrorCode | null,
  avatarPath: string | null,
  time: Pick<ServerTime, 'now' | 'toLocal'>,
): AccountSummary {
  return {
    id: entry.id,
    uuid: entry.uuid,
    username: entry.username,
    title: entry.title,
    email: entry.email,
    avatarPath,
    hasPlexPass: entry.hasPlexPass,
    token: { kind: entry.tokenKind, lastFour: entry.lastFour },
    tokenEnd:
      entry.tokenEndsAt === null
        ? null
        : {
            at: time.toLocal(entry.tokenEndsAt),
            remainingMs: Math.max(0, entry.tokenEndsAt - time.now()),
          },
    storage: entry.storage,
    verdict: verdictOf(entry, unansweredBecause),
    addedAt: entry.addedAt,
    signedInAt: entry.signedInAt,
    note: entry.note,
    status: entry.isSigningOut ? 'signingOut' : 'ready',
    homeOf: entry.homeOf,
  };
}

function verdictOf(entry: AccountEntry, unansweredBecause: AppErrorCode | null): Verdict {
  if (entry.rejectedAt !== null) return { kind: 'rejected', rejectedAt: entry.rejectedAt };
  if (unansweredBecause !== null || entry.lastProvedAt === null) {
    return { kind: 'unknown', reason: unansweredBecause, lastProvedAt: entry.lastProvedAt };
  }
  return { kind: 'valid', provedAt: entry.lastProvedAt };
}
