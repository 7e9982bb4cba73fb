import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountId, AttemptId } from '../../../shared/model/ids.ts';
import type { SignInPhase, SignInState } from '../../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EventBus } from '../event-bus.ts';
import type { Accounts } from '../accounts/accounts.ts';

/**
 * One sign-in attempt. Whatever arrives after `signal` is aborted changes nothing: `show` is deaf by then.
 */
export interface Attempt {
  readonly id: AttemptId;
  readonly signal: AbortSignal;
  /** Who is to sign in again; null when anybody may. */
  readonly expected: ExpectedUser | null;
  /** Sets what the page sees; a function, since remaining times are told as of the moment of telling. */
  show(state: () => SignInPhase): void;
}

export interface ExpectedUser {
  readonly accountId: AccountId;
  /** Plex's own id of the user. */
  readonly uuid: string;
}

export const cancelled: AppError = { code: 'signIn.cancelled' };

/** The attempt that counts, and what the page sees of it. */
export interface Attempts {
  state(): SignInState;
  /** Ends the last one. For an account that is not here any more, it is one that adds whoever signs in. */
  begin(forAccountId: AccountId | null): Attempt;
  /** Whether one can begin for this account. */
  allow(forAccountId: AccountId | undefined): Result<null>;
  /** Whatever is under way changes nothing from now on. */
  end(): void;
  /** Shows that there is none. */
  putAway(): void;
}

export function createAttempts(deps: {
  readonly accounts: Pick<Accounts, 'find'>;
  readonly events: EventBus;
}): Attempts {
  const { accounts, events } = deps;
  let current = new AbortController();
  let describe: () => SignInState = () => ({ kind: 'idle' });

  const show = (state: () => SignInState): void => {
    describe = state;
    events.emit({ signIn: describe() });
  };

  const end = (): void => current.abort(cancelled);

  return {
    state: () => describe(),
    end,
    putAway: () => show(() => ({ kind: 'idle' })),
    allow: (forAccountId) => {
      const account = forAccountId === undefined ? null : accounts.find(forAccountId);
      if (account?.ok === false) return account;
      // What signs in is another entry than the one below another account: its token would stay as it is.
      return (account?.value.homeOf ?? null) === null ? ok(null) : err({ code: 'home.switchOnly' });
    },
    begin: (forAccountId) => {
      end();
      const controller = new AbortController();
      current = controller;
      const account = forAccountId === null ? null : accounts.find(forAccountId);
      const expected =
        account?.ok === true ? { accountId: account.value.id, uuid: account.value.uuid } : null;
      const whom = expected === null ? {} : { forAccountId: expected.accountId };
      return {
        id: randomUUID() as AttemptId,
        signal: controller.signal,
        expected,
        show: (state) => {
          if (!controller.signal.aborted) show(() => ({ ...state(), ...whom }));
        },
      };
    },
  };
}
