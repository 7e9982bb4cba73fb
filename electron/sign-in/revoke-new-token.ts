import { ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { isTokenGone } from '../accounts/is-token-gone.ts';
import type { PlexClient, SignedIn } from '../plex/plex-client.ts';

/**
 * Revokes a token that was just made for us and is not wanted. Where its user is signed in here as well, Plex may have
 * handed out the token that account has already: that one is left alone.
 */
export async function revokeNewToken(
  deps: {
    readonly plex: Pick<PlexClient, 'signOut'>;
    readonly accounts: Pick<Accounts, 'summaries' | 'token'>;
  },
  { token, account }: SignedIn,
  signal?: AbortSignal,
): Promise<Result<null>> {
  for (const { id, uuid } of deps.accounts.summaries()) {
    if (uuid !== account.uuid) continue;
    const kept = await deps.accounts.token(id);
    if (!kept.ok && !isTokenGone(kept.error)) return kept;
    if (kept.ok && kept.value === token) return ok(null);
  }
  return deps.plex.signOut(token, signal);
}
