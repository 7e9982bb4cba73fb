import type { EpochMs } from '../../shared/model/ids.ts';
import type { Verdict } from '../../shared/model/token.ts';

/** When a token was last known to be good; null when it never was, or is not any more. */
export const lastProvedAt = (verdict: Verdict): EpochMs | null => {
  switch (verdict.kind) {
    case 'valid':
      return verdict.provedAt;
    case 'unknown':
      return verdict.lastProvedAt;
    case 'rejected':
      return null;
  }
};
