import { err, ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../core/accounts/accounts.ts';
import { titleOf } from '../core/accounts/account-entries.ts';
import { SECOND_MS } from '../timing.ts';
import type { Notices } from '../notices/notices.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { SignedIn } from '../plex/plex-tv/account.ts';
import type { Clock } from '../ports.ts';
import { cancelled } from './attempt.ts';
import { revokeNewToken } from '../core/sign-out/end-token.ts';

const closeLimitMs = 2 * SECOND_MS;

export interface GiveUpTokenDeps {
  readonly plex: Pick<PlexClient, 'signOut' | 'getAccount'>;
  readonly accounts: Pick<Accounts, 'summaries' | 'renew'>;
  readonly notices: Notices;
  readonly clock: Clock;
}

/**
 * Revokes a token that Plex handed out and nobody here will have, and says so when that fails: else it would live on with
 * nobody to know of it. Null is no token. `inTime`: in no more time than closing may take.
 */
export async function giveUpToken(
  deps: GiveUpTokenDeps,
  signedIn: SignedIn | null,
  inTime?: 'inTime',
): Promise<Result<null>> {
  if (signedIn === null) return ok(null);
  const revoked =
    inTime === undefined
      ? await revokeNewToken(deps, signedIn)
      : await within(closeLimitMs, deps.clock, (signal) => revokeNewToken(deps, signedIn, signal));
  if (!revoked.ok) deps.notices.add({ kind: 'newTokenLeft', title: titleOf(signedIn.account) });
  return revoked;
}

/**
 * The same of a token whose account Plex has not told. Where nobody is signed in here it is revoked; else it may be the
 * only good one of somebody who is, so Plex is asked first whose it is, and `whose` is told.
 */
export async function giveUpUnread(
  deps: GiveUpTokenDeps,
  token: string,
  whose: (signedIn: SignedIn) => Promise<unknown>,
): Promise<void> {
  const { plex, accounts, notices } = deps;
  const isAlone = accounts.summaries().length === 0;
  const account = isAlone ? null : await plex.getAccount(token);
  if (account?.ok === true) {
    await whose({ token, account: account.value });
    return;
  }
  const isDead = account?.ok === false && account.error.code === 'token.rejected';
  const isEnded = isDead || (isAlone && (await plex.signOut(token)).ok);
  if (!isEnded) notices.add({ kind: 'newTokenLeft', title: null });
}

/** Whatever it waits for, the keychain or Plex. */
export async function within(
  limitMs: number,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<Result<null>>,
): Promise<Result<null>> {
  const limit = new AbortController();
  const cancelLimit = clock.after(limitMs, () => limit.abort(cancelled));
  const isOver = new Promise<Result<null>>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(err(cancelled)));
  });
  const done = await Promise.race([work(limit.signal), isOver]);
  cancelLimit();
  return done;
}
