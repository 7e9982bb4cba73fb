import type { AccountId } from '../../shared/model/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import { maskToken } from '../token-text.ts';
import type { Accounts } from './accounts.ts';
import { isTokenGone } from './is-token-gone.ts';

/**
 * Whether an account here, or one other than `except`, has this very token: Plex may hand out again what it has handed out
 * before, and one user may stand here more than once. One that is being signed out has no more use for it.
 */
export async function isHeldHere(
  accounts: Pick<Accounts, 'summaries' | 'token'>,
  token: string,
  except?: AccountId,
): Promise<Result<boolean>> {
  const { kind, lastFour } = maskToken(token);
  for (const { id, token: shown, status } of accounts.summaries()) {
    if (id === except || status !== 'ready') continue;
    // The keychain is asked only where it could say yes: it may have to ask the person.
    if (shown.kind !== kind || shown.lastFour !== lastFour) continue;
    const held = await accounts.token(id);
    if (!held.ok && !isTokenGone(held.error)) return held;
    if (held.ok && held.value === token) return ok(true);
  }
  return ok(false);
}
