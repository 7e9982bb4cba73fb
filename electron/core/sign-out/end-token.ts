import { isTokenGone } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { SignOutTicks, Tick } from '../../../shared/model/sign-out.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { SignedIn } from '../../plex/plex-tv/account.ts';
import type { Clock } from '../../ports.ts';
import type { IssuedTo } from '../../storage/profile/index-content.ts';
import { SECOND_MS } from '../../timing.ts';
import { maskToken } from '../../token-text.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { mayRevoke } from '../accounts/token-issue.ts';

const secondLookAfterMs = SECOND_MS;

export interface EndTokenDeps {
  readonly plex: Pick<PlexClient, 'signOut' | 'getAccount' | 'findTokenDevice' | 'noteForeign'>;
  readonly clock: Pick<Clock, 'after'>;
}

/** A token, and whose device it is. */
export interface IssuedToken {
  readonly token: string;
  readonly issuedTo: IssuedTo;
}

export type ReportTicks = (change: Partial<SignOutTicks>) => void;

export const tickOf = (outcome: Result<unknown>): Tick =>
  outcome.ok ? { state: 'done' } : { state: 'failed', error: outcome.error };

/**
 * Revokes a token at Plex, then asks with it once more. A media server's own is not touched (`token.ofServer`). Fails when
 * Plex could not be told, and when it goes on accepting the token. That Plex could not be asked the second time takes
 * nothing of the first back: it is told as a tick alone.
 */
export async function endToken(
  deps: EndTokenDeps,
  { token, issuedTo }: IssuedToken,
  report: ReportTicks,
): Promise<Result<null>> {
  const { plex } = deps;
  report({ revoked: { state: 'running' } });
  plex.noteForeign(token, issuedTo !== 'here');
  const allowed = await mayRevoke(plex, token, issuedTo);
  const revoked = allowed.ok ? await plex.signOut(token) : allowed;
  report({ revoked: tickOf(revoked) });
  if (!revoked.ok) return revoked;
  report({ rejected: { state: 'running' } });
  const proof = await proveRejected(deps, token);
  report({ rejected: tickOf(proof) });
  return !proof.ok && proof.error.code === 'token.stillAccepted' ? proof : ok(null);
}

/**
 * Asks with a token that is revoked once more. Plex may need a moment to know its own mind: one that is accepted is asked
 * about a second time, and then is `token.stillAccepted`.
 */
export async function proveRejected(
  {
    plex,
    clock,
  }: {
    readonly plex: Pick<PlexClient, 'getAccount'>;
    readonly clock: Pick<Clock, 'after'>;
  },
  token: string,
): Promise<Result<null>> {
  const first = await plex.getAccount(token);
  if (first.ok) await new Promise<void>((done) => clock.after(secondLookAfterMs, done));
  const answer = first.ok ? await plex.getAccount(token) : first;
  if (answer.ok) return err({ code: 'token.stillAccepted' });
  return answer.error.code === 'token.rejected' ? ok(null) : answer;
}

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
  if (!isUserHere(deps.accounts, account.identity.uuid)) return deps.plex.signOut(token, signal);
  await deps.accounts.renew(signedIn);
  return ok(null);
}
