import type { TransientTokenSummary } from '../../../shared/model/token.ts';

/** As far as is known: its time is not over, and its server has not rejected it. */
export const isLive = ({ remainingMs, verdict }: TransientTokenSummary): boolean =>
  remainingMs > 0 && verdict.kind !== 'rejected';
