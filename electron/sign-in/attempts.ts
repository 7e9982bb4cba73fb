import { randomUUID } from 'node:crypto';
import type { AccountId, AttemptId } from '../../shared/model/ids.ts';
import type { SignInState } from '../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../core/accounts/accounts.ts';
import type { EventBus } from '../event-bus.ts';
import { cancelled, type Attempt } from './attempt.ts';

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
    events.emit('signIn.changed', describe());
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
