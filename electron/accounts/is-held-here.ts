import { ok, type Result } from '../../shared/result.ts';
import { maskToken } from '../plex/mask-token.ts';
import type { Accounts } from './accounts.ts';
import { isTokenGone } from './is-token-gone.ts';

/** Whether an account here has this very token: Plex may hand out again what it has handed out before. */
export async function isHeldHere(
  accounts: Pick<Accounts, 'summaries' | 'token'>,
  token: string,
): Promise<Result<boolean>> {
  const { kind, lastFour } = maskToken(token);
  for (const { id, token: shown } of accounts.summaries()) {
    // The keychain is asked only where it could say yes: it may have to ask the person.
    if (shown.kind !== kind || shown.lastFour !== lastFour) continue;
    const held = await accounts.token(id);
    if (!held.ok && !isTokenGone(held.error)) return held;
    if (held.ok && held.value === token) return ok(true);
  }
  return ok(false);
}
