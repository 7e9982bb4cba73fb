import type { SignOutTicks, Tick } from '../../shared/model/sign-out.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { SECOND_MS } from '../timing.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Clock } from '../ports.ts';
import type { IssuedTo } from '../storage/profile/index-content.ts';
import { mayRevoke } from './token-issue.ts';

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

export type TellTicks = (change: Partial<SignOutTicks>) => void;

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
  tell: TellTicks,
): Promise<Result<null>> {
  const { plex } = deps;
  tell({ revoked: { state: 'running' } });
  plex.noteForeign(token, issuedTo !== 'here');
  const allowed = await mayRevoke(plex, token, issuedTo);
  const revoked = allowed.ok ? await plex.signOut(token) : allowed;
  tell({ revoked: tickOf(revoked) });
  if (!revoked.ok) return revoked;
  tell({ rejected: { state: 'running' } });
  const proof = await proveRejected(deps, token);
  tell({ rejected: tickOf(proof) });
  return !proof.ok && proof.error.code === 'token.stillAccepted' ? proof : ok(null);
}

/** Plex may need a moment to know its own mind: one that is accepted is asked about a second time. */
async function proveRejected({ plex, clock }: EndTokenDeps, token: string): Promise<Result<null>> {
  const first = await plex.getAccount(token);
  if (first.ok) await new Promise<void>((done) => clock.after(secondLookAfterMs, done));
  const answer = first.ok ? await plex.getAccount(token) : first;
  if (answer.ok) return err({ code: 'token.stillAccepted' });
  return answer.error.code === 'token.rejected' ? ok(null) : answer;
}
