import type { FoundToken } from '../../shared/model/identification.ts';
import type { TransientTokenSummary } from '../../shared/model/token.ts';
import { formatDateTime } from '../../shared/words/formats.ts';
import { rejectionText } from '../../shared/words/verdicts.ts';

/** When a token ends, as far as anybody can tell (https://developer.plex.tv/pms/, and what is known of classic tokens). */
export function tokenEndText(
  { token, jwt, finding }: FoundToken,
  minted: TransientTokenSummary | null,
): string {
  if (minted !== null) {
    const { verdict, expiresAt } = minted;
    return verdict.kind === 'rejected'
      ? rejectionText[verdict.because ?? 'unclear']
      : `${formatDateTime(expiresAt)}, or when the server restarts`;
  }
  switch (token.kind) {
    case 'claim':
      return 'About five minutes after it was made';
    case 'local':
      return 'Not known: its server alone decides';
    case 'transient':
      return 'At most 48 hours after it was minted, which is not known, and when the server restarts';
    case 'jwt':
      return jwt?.expiresAt === null || jwt === null
        ? 'It does not say'
        : formatDateTime(jwt.expiresAt);
    case 'classic':
      return finding.kind === 'server'
        ? 'No stated end: when the server is no longer shared, or with the account'
        : 'No stated end: when it is signed out, its device is removed, or the password is changed';
  }
}
