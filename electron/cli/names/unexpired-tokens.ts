import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import type { Usher } from '../../core/usher.ts';

/** The transient tokens that have not run out, the newest first. */
export const unexpiredTokens = (usher: Usher): readonly TransientTokenSummary[] =>
  usher.services.tokens.summaries().filter(({ remainingMs }) => remainingMs > 0);
