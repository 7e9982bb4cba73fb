import type { Verdict } from '../../../shared/model/token.ts';
import { isoTime } from './iso-time.ts';

/** A verdict in JSON. */
export function verdictJson(verdict: Verdict) {
  switch (verdict.kind) {
    case 'valid':
      return { kind: verdict.kind, provedAt: isoTime(verdict.provedAt) };
    case 'rejected':
      return { kind: verdict.kind, rejectedAt: isoTime(verdict.rejectedAt) };
    case 'unknown':
      return {
        kind: verdict.kind,
        reason: verdict.reason,
        lastProvedAt: isoTime(verdict.lastProvedAt),
      };
  }
}
