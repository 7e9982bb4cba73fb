import { decodeJwt } from 'jose';
import type { EpochMs } from '../../shared/model/ids.ts';
import { tokenKind } from '../token-text.ts';

/**
 * When a Plex JWT ends: its `exp` (https://developer.plex.tv/pms/, "Authenticating with Plex": seven days after it was
 * made). Null for a token of another kind, and for one that does not say. The signature is not looked at: whether the
 * token is good is Plex's to say.
 */
export function jwtEnd(token: string): EpochMs | null {
  if (tokenKind(token) !== 'jwt') return null;
  try {
    const { exp } = decodeJwt(token);
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : null;
  } catch {
    return null;
  }
}
