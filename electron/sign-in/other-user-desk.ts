import type { AppError } from '../../shared/app-error.ts';
import type { OtherUser } from '../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { titleOf } from '../accounts/title-of.ts';
import { SECOND_MS } from '../durations.ts';
import { isAborted } from '../is-aborted.ts';
import type { Notices } from '../notices/notices.ts';
import type { PlexClient, SignedIn } from '../plex/plex-client.ts';
import type { Clock } from '../ports.ts';
import { cancelled, type Attempt } from './attempt.ts';
import { revokeNewToken } from './revoke-new-token.ts';

const closeLimitMs = 2 * SECOND_MS;

/** Somebody else signed in than the account an attempt was for. */
export interface HeldOther<Way> {
  readonly way: Way;
  readonly attempt: Attempt;
  readonly signedIn: SignedIn;
}

/** Holds the token of the other user, in memory, until the person says what becomes of it. */
export interface OtherUserDesk<Way> {
  hold(other: HeldOther<Way>): void;
  /** Hands it over, to be added. */
  take(): HeldOther<Way> | null;
  /** Revokes it at Plex. Held on, with the reason, when that fails. */
  discard(): Promise<Result<null>>;
  /** The person went on to something else: revokes it all the same, and says so when that fails. */
  abandon(): Promise<Result<null>>;
  /** As abandon, in no more time than closing may take. */
  abandonInTime(): Promise<Result<null>>;
}

export function createOtherUserDesk<Way>(deps: {
  readonly plex: Pick<PlexClient, 'signOut'>;
  readonly accounts: Pick<Accounts, 'summaries' | 'token'>;
  readonly notices: Notices;
  readonly clock: Clock;
}): OtherUserDesk<Way> {
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

  const abandon = async (signal?: AbortSignal): Promise<Result<null>> => {
    const other = take();
    if (other === null) return ok(null);
    const revoked = await revokeNewToken(deps, other.signedIn, signal);
    if (!revoked.ok) {
      deps.notices.add({ kind: 'newTokenLeft', title: titleOf(other.signedIn.account) });
    }
    return revoked;
  };

  return {
    hold: (other) => {
      held = other;
      show(other, 'asking', null);
    },
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
    abandon: () => abandon(),
    abandonInTime: async () => {
      const limit = new AbortController();
      const cancelLimit = deps.clock.after(closeLimitMs, () => limit.abort(cancelled));
      const abandoned = await abandon(limit.signal);
      cancelLimit();
      return abandoned;
    },
  };
}
