import type { AppErrorCode, RejectionCause } from '../../shared/errors.ts';
import type { TransientTokenId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { TransientTokenEntry } from '../storage/profile/index-content.ts';
import type { UsherIndex } from '../storage/profile/usher-index.ts';
import { changeToken } from './change-token.ts';

/** What servers said of their transient tokens. */
export interface TokenVerdicts {
  /** `because` tells why it was rejected, where that is known. */
  note(
    tokenId: TransientTokenId,
    outcome: Result<unknown>,
    because: RejectionCause | null,
  ): Promise<void>;
  /** Why the last question had no answer; null when it had one. */
  unansweredBecause(tokenId: TransientTokenId): AppErrorCode | null;
}

export function createTokenVerdicts(deps: {
  readonly index: UsherIndex;
  readonly clock: Clock;
  readonly tell: () => void;
}): TokenVerdicts {
  const { index, clock, tell } = deps;
  /** Not worth a place in the profile. */
  const unanswered = new Map<TransientTokenId, AppErrorCode>();

  const isListed = (tokenId: TransientTokenId): boolean =>
    index.content().transientTokens.some((one) => one.id === tokenId && !one.isForgotten);

  return {
    note: async (tokenId, outcome, because) => {
      const now = clock.now();
      unanswered.delete(tokenId);
      const change = (changed: (entry: TransientTokenEntry) => TransientTokenEntry) =>
        index.update(changeToken(tokenId, changed));
      if (outcome.ok) {
        const proved = { lastProvedAt: now, rejectedAt: null, rejectedBecause: null };
        await change((entry) => ({ ...entry, ...proved }));
      } else if (outcome.error.code === 'server.rejected') {
        const rejectedBecause = because ?? 'unclear';
        await change((entry) =>
          entry.rejectedAt === null ? { ...entry, rejectedAt: now, rejectedBecause } : entry,
        );
      } else if (isListed(tokenId)) {
        unanswered.set(tokenId, outcome.error.code);
      }
      tell();
    },
    unansweredBecause: (tokenId) => unanswered.get(tokenId) ?? null,
  };
}
