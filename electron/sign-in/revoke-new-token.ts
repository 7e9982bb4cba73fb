import { ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { isHeldHere } from '../accounts/is-held-here.ts';
import type { PlexClient, SignedIn } from '../plex/plex-client.ts';

/** Revokes a token that was just made for us and is not wanted, unless an account here has it already. */
export async function revokeNewToken(
  deps: {
    readonly plex: Pick<PlexClient, 'signOut'>;
    readonly accounts: Pick<Accounts, 'summaries' | 'token'>;
  },
  { token }: Pick<SignedIn, 'token'>,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const held = await isHeldHere(deps.accounts, token);
  if (!held.ok) return held;
  return held.value ? ok(null) : deps.plex.signOut(token, signal);
}
