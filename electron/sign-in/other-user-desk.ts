import type { AppError } from '../../shared/errors.ts';
import type { OtherUser } from '../../shared/model/sign-in.ts';
import { err, type Result } from '../../shared/result.ts';
import { titleOf } from '../core/accounts/account-entries.ts';
import { isAborted } from '../timing.ts';
import type { SignedIn } from '../plex/plex-tv/account.ts';
import type { Attempt } from './attempt.ts';
import { giveUpToken, type GiveUpTokenDeps } from './give-up-token.ts';
import { revokeNewToken } from '../core/sign-out/end-token.ts';

/** Somebody else signed in than the account an attempt was for. */
export interface HeldOther<Way> {
  readonly way: Way;
  readonly attempt: Attempt;
  readonly signedIn: SignedIn;
}

/** Holds the token of the other user, in memory, until the person says what becomes of it. */
export interface OtherUserDesk<Way> {
  hold(other: HeldOther<Way>): void;
  /** Shows that the other user is here, and that the new token is stored for them: there is nothing to decide. */
  tellStored(other: HeldOther<Way>): void;
  /** Hands it over, to be added. */
  take(): HeldOther<Way> | null;
  /** Revokes it at Plex. Held on, with the reason, when that fails. */
  discard(): Promise<Result<null>>;
  /** The person went on to something else: revokes it all the same, and says so when that fails. */
  abandon(inTime?: 'inTime'): Promise<Result<null>>;
}

export function createOtherUserDesk<Way>(deps: GiveUpTokenDeps): OtherUserDesk<Way> {
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
    const { account } = signedIn;
    const user: OtherUser = {
      title: titleOf(account),
      username: account.username ?? '',
      email: account.email ?? '',
      isHere: deps.accounts
        .summaries()
        .some(({ uuid, homeOf }) => uuid === account.uuid && homeOf === null),
    };
    attempt.show(() => ({ kind: 'otherUser', attemptId: attempt.id, user, phase, error }));
  };

  return {
    hold: (other) => {
      held = other;
      show(other, 'asking', null);
    },
    tellStored: (other) => show(other, 'asking', null),
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
