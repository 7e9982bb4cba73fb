import { ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { SignedIn } from '../plex/plex-tv/account.ts';

/** Whether somebody is signed in here, as themselves or as a Home user, and not about to be signed out. */
export const isUserHere = (accounts: Pick<Accounts, 'summaries'>, uuid: string): boolean =>
  accounts.summaries().some((one) => one.uuid === uuid && one.status === 'ready');

/**
 * Revokes a token that was just made for us and is not wanted. Not one of a user who is here: it is of the same device as
 * the token that is kept, which Plex may have ended for it, or may end with it
 * (https://github.com/nickelsh1ts/streamarr/pull/408). Where it has, the new one is the good one, and is stored.
 */
export async function revokeNewToken(
  deps: {
    readonly plex: Pick<PlexClient, 'signOut'>;
    readonly accounts: Pick<Accounts, 'summaries' | 'renew'>;
  },
  signedIn: SignedIn,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const { token, account } = signedIn;
  if (!isUserHere(deps.accounts, account.uuid)) return deps.plex.signOut(token, signal);
  await deps.accounts.renew(signedIn);
  return ok(null);
}
