import { SECOND_MS } from '../timing.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { SignedIn } from '../plex/plex-tv/account.ts';
import type { Clock } from '../ports.ts';
import { cancelled } from './attempt.ts';

const limitMs = 2 * SECOND_MS;

/** Whether a PIN has been approved by now; asked when Usher closes, so it must not take long. */
export async function askOnceMore(
  deps: { readonly plex: Pick<PlexClient, 'checkPin' | 'getAccount'>; readonly clock: Clock },
  pinId: number,
): Promise<SignedIn | null> {
  const limit = new AbortController();
  const cancelLimit = deps.clock.after(limitMs, () => limit.abort(cancelled));
  const checked = await deps.plex.checkPin(pinId, limit.signal);
  const token = checked.ok ? checked.value.token : null;
  const account = token === null ? null : await deps.plex.getAccount(token, limit.signal);
  cancelLimit();
  return token !== null && account?.ok === true ? { token, account: account.value } : null;
}
