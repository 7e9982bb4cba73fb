import type { AppError } from '../../../shared/errors.ts';
import type { OtherUser } from '../../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Notices } from '../notices.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { SignedIn } from '../../plex/plex-tv/account.ts';
import type { Clock } from '../../ports.ts';
import { isAborted, SECOND_MS } from '../../timing.ts';
import { titleOf } from '../accounts/account-entries.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { revokeNewToken } from '../sign-out/end-token.ts';
import { cancelled, type Attempt } from './attempt.ts';

/** Somebody else signed in than the account an attempt was for. */
export interface HeldOther<Way> {
  readonly way: Way;
  readonly attempt: Attempt;
  readonly signedIn: SignedIn;
}

/** Holds the token of the other user, in memory, until the person says what becomes of it. */
export interface HeldOtherUser<Way> {
  hold(other: HeldOther<Way>): void;
  /** Shows that the other user is here, and that the new token is stored for them: there is nothing to decide. */
  showStored(other: HeldOther<Way>): void;
  /** Hands it over, to be added. */
  take(): HeldOther<Way> | null;
  /** Revokes it at Plex. Held on, with the reason, when that fails. */
  discard(): Promise<Result<null>>;
  /** The person went on to something else: revokes it all the same, and says so when that fails. */
  abandon(inTime?: 'inTime'): Promise<Result<null>>;
}

export function createHeldOtherUser<Way>(deps: GiveUpTokenDeps): HeldOtherUser<Way> {
  let held: HeldOther<Way> | null = null;

  const take = (): HeldOther<Way> | null => {
    const taken = held;
    held = null;
    return taken;
  };

  const show = (
    { attempt, signedIn }: HeldOther<Way>,
    phase: 'asking' | 'revoking',
    error: AppError | null,
  ): void => {
    const { identity } = signedIn.account;
    const user: OtherUser = {
      title: titleOf(identity),
      username: identity.username ?? '',
      email: identity.email ?? '',
      isHere: deps.accounts
        .summaries()
        .some(({ uuid, homeOf }) => uuid === identity.uuid && homeOf === null),
    };
    attempt.show(() => ({ kind: 'otherUser', attemptId: attempt.id, user, phase, error }));
  };

  return {
    hold: (other) => {
      held = other;
      show(other, 'asking', null);
    },
    showStored: (other) => show(other, 'asking', null),
    take,
    discard: async () => {
      const other = held;
      if (other === null) return err({ code: 'signIn.notWaiting' });
      show(other, 'revoking', null);
      const revoked = await revokeNewToken(deps, other.signedIn);
      if (held !== other || isAborted(other.attempt.signal)) return revoked;
      if (revoked.ok) held = null;
      else show(other, 'asking', revoked.error);
      return revoked;
    },
    abandon: (inTime) => giveUpToken(deps, take()?.signedIn ?? null, inTime),
  };
}

const closeLimitMs = 2 * SECOND_MS;

interface GiveUpTokenDeps {
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
  if (!revoked.ok)
    deps.notices.add({ kind: 'newTokenLeft', title: titleOf(signedIn.account.identity) });
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
    await whose({ token, account: account.value, isRemembered: true });
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
