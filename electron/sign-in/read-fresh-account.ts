import { ok, type Result } from '../../shared/result.ts';
import { isAborted, SECOND_MS, wait } from '../timing.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { SignedIn } from '../plex/plex-tv/account.ts';
import type { Clock } from '../ports.ts';

const triesCount = 5;

/** The account behind a token just got. The token is not given up for a network that comes and goes. */
export async function readFreshAccount(
  deps: { readonly plex: Pick<PlexClient, 'getAccount'>; readonly clock: Clock },
  token: string,
  signal: AbortSignal,
): Promise<Result<SignedIn>> {
  for (let tries = 1; ; tries += 1) {
    const account = await deps.plex.getAccount(token, signal);
    if (account.ok) return ok({ token, account: account.value });
    const isFinal = account.error.code === 'token.rejected' || tries === triesCount;
    if (isFinal || isAborted(signal)) return account;
    await wait(deps.clock, tries * SECOND_MS, signal);
  }
}
