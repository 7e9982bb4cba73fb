import type { FoundToken } from '../../shared/model/identification.ts';
import { formatDateTime } from '../../shared/text/format-date-time.ts';

/** When a token ends, as far as anybody can tell (https://developer.plex.tv/pms/, and what is known of classic tokens). */
export function tokenEndText({ token, jwt, finding }: FoundToken): string {
  switch (token.kind) {
    case 'claim':
      return 'About five minutes after it was made';
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
