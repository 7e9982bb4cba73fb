import type { AppError } from '../../shared/app-error.ts';
import type { PasswordForm } from '../../shared/ipc/requests.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { SignInState } from '../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Accounts, PutAccount } from '../accounts/accounts.ts';
import type { EventBus } from '../event-bus.ts';
import { isAborted } from '../is-aborted.ts';
import type { Notices } from '../notices/notices.ts';
import type { SignedIn } from '../plex/plex-client.ts';
import type { Log } from '../ports.ts';
import { askOnceMore } from './ask-once-more.ts';
import type { Attempt } from './attempt.ts';
import { createAttempts } from './attempts.ts';
import { giveUpToken } from './give-up-token.ts';
import { createOtherUserDesk } from './other-user-desk.ts';
import type { WaitingPin } from './pending-pin.ts';
import { awaitApproval, signInByPin, type PinSignInDeps, type PinWay } from './pin-sign-in.ts';
import { readFreshAccount } from './read-fresh-account.ts';
import { revokeNewToken } from './revoke-new-token.ts';

/** The one sign-in attempt there can be at a time. A new one, or `cancel`, ends the last. */
export interface SignIn {
  state(): SignInState;
  /** Each way adds an account, or signs in anew the one that is named; fails at once when that is not here. */
  startBrowser(forAccountId?: AccountId): Result<null>;
  openBrowserAgain(): Promise<Result<null>>;
  startCode(forAccountId?: AccountId): Result<null>;
  submitPassword(form: PasswordForm, forAccountId?: AccountId): Result<null>;
  /** Adds the other user who signed in, and leaves the account it was for as it is. */
  addOther(): Promise<Result<null>>;
  /** Revokes the token of the other user who signed in. */
  discardOther(): Promise<Result<null>>;
  cancel(): void;
  /** Stores a token that was got while the vault could not keep it. */
  storeHeld(): Promise<void>;
  /** Goes on with the PIN that was waiting when Usher closed. */
  resume(): Promise<void>;
  /** Asks one last time, so that an approval just given is not lost. */
  close(): Promise<void>;
  onDone(listener: (accountId: AccountId) => void): void;
}

export interface SignInDeps extends PinSignInDeps {
  readonly accounts: Accounts;
  readonly notices: Notices;
  readonly events: EventBus;
  readonly log: Log;
}

type Way = PinWay | 'password';

export function createSignIn(deps: SignInDeps): SignIn {
  const { plex, browser, pending, accounts, notices, log } = deps;
  const attempts = createAttempts(deps);
  const other = createOtherUserDesk<Way>(deps);
  let held: { readonly way: Way; readonly attempt: Attempt; readonly signedIn: SignedIn } | null =
    null;
  let done: (accountId: AccountId) => void = () => undefined;
  let isClosing = false;
  let givenUp: Promise<unknown> = Promise.resolve();

  const takeHeld = (): SignedIn | null => {
    const taken = held;
    held = null;
    return taken?.signedIn ?? null;
  };

  /** Of a cancelled attempt. What is under way when Usher closes may be asked for once more, and is not lost. */
  const giveUp = async (signedIn: SignedIn): Promise<void> => {
    if (!isClosing) await giveUpToken(deps, signedIn);
  };

  const end = (): void => {
    attempts.end();
    // The next attempt waits for it: Plex may hand out the same token again.
    givenUp = Promise.all([givenUp, giveUpToken(deps, takeHeld()), other.abandon()]);
  };

  const begin = (forAccountId: AccountId | null): Attempt => {
    end();
    return attempts.begin(forAccountId);
  };

  const cancel = (): void => {
    end();
    pending.forget();
    attempts.putAway();
  };

  const fail = (way: Way, attempt: Attempt, error: AppError): void => {
    if (error.code === 'signIn.cancelled') return;
    log.info('signIn.failed', { way, code: error.code });
    attempt.show(() => ({ kind: way, attemptId: attempt.id, phase: 'failed', error }));
  };

  const store = async (
    way: Way,
    attempt: Attempt,
    signedIn: SignedIn,
  ): Promise<PutAccount | null> => {
    const put = await accounts.put(signedIn);
    const isCancelled = isAborted(attempt.signal);
    if (!put.ok) {
      if (isCancelled) await giveUp(signedIn);
      else held = { way, attempt, signedIn };
      fail(way, attempt, put.error);
      return null;
    }
    const { accountId, wasReplaced } = put.value;
    if (isCancelled && !wasReplaced) {
      // Cancelled while it was being stored: it must not stay.
      await accounts.takeBack(put.value);
      await giveUp(signedIn);
      return null;
    }
    // The PIN of a later attempt is none of this one's.
    if (!isCancelled) pending.forget();
    log.info('signIn.done', { way, wasReplaced });
    attempt.show(() => ({ kind: 'done', accountId, wasReplaced }));
    done(accountId);
    return put.value;
  };

  /** What Plex handed out goes to whom it was asked for, and to nobody else without the person's word. */
  const receive = async (
    way: Way,
    attempt: Attempt,
    signedIn: SignedIn,
  ): Promise<PutAccount | null> => {
    if (isAborted(attempt.signal)) {
      await giveUp(signedIn);
      return null;
    }
    if (isWelcome(attempt, signedIn)) return store(way, attempt, signedIn);
    log.info('signIn.otherUser', { way });
    other.hold({ way, attempt, signedIn });
    return null;
  };

  const finishPin = async (
    way: PinWay,
    attempt: Attempt,
    approved: Result<string>,
  ): Promise<PutAccount | null> => {
    if (!approved.ok) {
      if (approved.error.code === 'plex.pinExpired') pending.forget();
      fail(way, attempt, approved.error);
      return null;
    }
    attempt.show(() => ({ kind: way, attemptId: attempt.id, phase: 'finishing' }));
    const signedIn = await readFreshAccount(deps, approved.value, attempt.signal);
    if (signedIn.ok) return receive(way, attempt, signedIn.value);
    fail(way, attempt, signedIn.error);
    // Whose it is has not been told yet, so there is nobody to name where it stays.
    if (isAborted(attempt.signal) && !isClosing) {
      await revokeNewToken(deps, { token: approved.value });
    }
    return null;
  };

  const startPin = (way: PinWay, forAccountId: AccountId | undefined): Result<null> => {
    const allowed = attempts.allow(forAccountId);
    if (!allowed.ok) return allowed;
    const attempt = begin(forAccountId ?? null);
    attempt.show(() => ({ kind: way, attemptId: attempt.id, phase: 'starting' }));
    pending.forget();
    void givenUp
      .then(() => signInByPin(deps, attempt, way))
      .then((approved) => finishPin(way, attempt, approved));
    return ok(null);
  };

  const submitPassword = async (form: PasswordForm, attempt: Attempt): Promise<void> => {
    pending.forget();
    const password = { kind: 'password', attemptId: attempt.id } as const;
    attempt.show(() => ({ ...password, phase: 'submitting', error: null }));
    await givenUp;
    const signedIn = await plex.signIn(form, attempt.signal);
    if (signedIn.ok) await receive('password', attempt, signedIn.value);
    else if (signedIn.error.code === 'plex.codeRequired') {
      attempt.show(() => ({ ...password, phase: 'codeRequired', error: null }));
    } else if (signedIn.error.code === 'plex.codeWrong') {
      const { error } = signedIn;
      attempt.show(() => ({ ...password, phase: 'codeRequired', error }));
    } else fail('password', attempt, signedIn.error);
  };

  const resumePin = async (pin: WaitingPin): Promise<void> => {
    const attempt = begin(pin.forAccountId);
    const shown = { isOpened: true, renewalCount: 0 };
    const approved = await awaitApproval(deps, attempt, pin, shown);
    const put = await finishPin(pin.way, attempt, approved);
    if (put !== null) notices.add({ kind: 'signInResumed', accountTitle: put.title });
  };

  const storeApproved = async (): Promise<void> => {
    const recalled = await pending.recall();
    if (!recalled.ok || recalled.value === null) return;
    const { way, pinId, forAccountId } = recalled.value;
    const attempt = attempts.begin(forAccountId);
    const signedIn = await askOnceMore(deps, pinId);
    // Somebody else's is asked for again at the next start, when there is a person to decide.
    if (signedIn !== null && isWelcome(attempt, signedIn)) await store(way, attempt, signedIn);
  };

  return {
    state: () => attempts.state(),
    startBrowser: (forAccountId) => startPin('browser', forAccountId),
    startCode: (forAccountId) => startPin('code', forAccountId),
    submitPassword: (form, forAccountId) => {
      const allowed = attempts.allow(forAccountId);
      if (allowed.ok) void submitPassword(form, begin(forAccountId ?? null));
      return allowed;
    },
    openBrowserAgain: async () => {
      const state = attempts.state();
      if (state.kind !== 'browser' || state.phase !== 'waiting') {
        return err({ code: 'signIn.notWaiting' });
      }
      return browser.open(state.authUrl);
    },
    addOther: async () => {
      const taken = other.take();
      if (taken === null) return err({ code: 'signIn.notWaiting' });
      await store(taken.way, taken.attempt, taken.signedIn);
      return ok(null);
    },
    discardOther: async () => {
      const discarded = await other.discard();
      if (discarded.ok && attempts.state().kind === 'otherUser') cancel();
      return discarded;
    },
    cancel,
    storeHeld: async () => {
      if (held === null) return;
      const { way, attempt, signedIn } = held;
      held = null;
      await store(way, attempt, signedIn);
    },
    resume: async () => {
      const recalled = await pending.takeOver();
      if (!recalled.ok) log.warn('signIn.pendingPinUnread', { code: recalled.error.code });
      else if (recalled.value !== null && attempts.state().kind === 'idle') {
        void resumePin(recalled.value);
      }
    },
    close: async () => {
      const state = attempts.state();
      isClosing = true;
      // Ended first: what is still under way must not store beside the last question.
      attempts.end();
      const left = takeHeld();
      await pending.settled();
      // A PIN that is kept fetches its token again at the next start.
      if (!pending.isKept()) await giveUpToken(deps, left, 'inTime');
      if (isWaiting(state)) await storeApproved();
      // With its PIN, if it has one, an undecided token that can't be revoked now is come by again at the next start.
      if (state.kind === 'otherUser' && (await other.abandon('inTime')).ok) pending.forget();
      attempts.end();
      await pending.settled();
    },
    onDone: (listener) => {
      done = listener;
    },
  };
}

const isWelcome = ({ expected }: Attempt, { account }: SignedIn): boolean =>
  expected === null || expected.uuid === account.uuid;

const isWaiting = (state: SignInState): boolean =>
  (state.kind === 'browser' || state.kind === 'code') &&
  (state.phase === 'waiting' || state.phase === 'finishing');
