import type { EpochMs } from '../../shared/model/ids.ts';
import type { Verdict } from '../../shared/model/token.ts';
import type { Result } from '../../shared/result.ts';

/** The verdict on a token after one more question: not being able to ask takes nothing away from a clear no. */
export function nextVerdict(
  before: Verdict | undefined,
  outcome: Result<unknown>,
  now: EpochMs,
): Verdict {
  if (outcome.ok) return { kind: 'valid', provedAt: now };
  if (before?.kind === 'rejected') return before;
  const { code } = outcome.error;
  return code === 'server.rejected' || code === 'token.rejected'
    ? { kind: 'rejected', rejectedAt: now }
    : { kind: 'unknown', reason: code, lastProvedAt: provedAtOf(before) };
}

const provedAtOf = (verdict: Verdict | undefined): EpochMs | null => {
  switch (verdict?.kind) {
    case 'valid':
      return verdict.provedAt;
    case 'unknown':
      return verdict.lastProvedAt;
    case 'rejected':
    case undefined:
      return null;
  }
};
