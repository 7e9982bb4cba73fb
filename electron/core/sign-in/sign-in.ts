import type { PasswordForm } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EventBus } from '../event-bus.ts';
import type { Notices } from '../notices.ts';
import type { SignedIn } from '../../plex/plex-tv/account.ts';
import type { Log } from '../../ports.ts';
import { isAborted, oneAtATime, SECOND_MS } from '../../timing.ts';
import type { PutAccount } from '../accounts/account-entries.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { createAttempts, type Attempt } from './attempt.ts';
import { createHeldTokens, type HeldToken } from './held-tokens.ts';
import { createHeldOtherUser, giveUpToken, giveUpUnread, within } from './other-user.ts';
import type { WaitingPin } from './pending-pin.ts';
import {
  askOnceMore,
  awaitApproval,
  readFreshAccount,
  signInByPin,
  type PinSignInDeps,
  type PinWay,
} from './pin-sign-in.ts';

/** How long closing waits for what is under way with the keychain and with Plex. */
const underWayLimitMs = 5 * SECOND_MS;

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
  /** Revokes the token of the other user who signed in; of one who is here, whose it is now, only goes on. */
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

interface Unread {
  readonly way: Way;
  readonly attempt: Attempt;
  readonly token: string;
}

export function createSignIn(deps: SignInDeps): SignIn {
  const { plex, browser, pending, accounts, notices, log } = deps;
  const attempts = createAttempts(deps);
  const other = createHeldOtherUser<Way>(deps);
  const storingInTurn = oneAtATime();
  /** A token that was approved, and whose account Plex has not told yet. */
  let unread: Unread | null = null;
  let done: (accountId: AccountId) => void = () => undefined;
  const held = createHeldTokens<Way>({ accounts, plex, log, onAdopted: (id) => done(id) });
  let isClosing = false;
  let givenUp: Promise<unknown> = Promise.resolve();
  /** What Plex handed out, on its way into the vault. */
  let receiving: Promise<unknown> = Promise.resolve();

  const takeUnread = (): Unread | null => {
    const taken = unread;
    unread = null;
    return taken;
  };

  /** Of a cancelled attempt, or one that was under way when Usher closed. */
  const giveUp = async (one: HeldToken<Way>): Promise<void> => {
    if (isClosing) {
      await pending.settled();
      // A PIN that is kept fetches its token again, and the old token of who is here may be none any more.
      const isNeeded = (one.way !== 'password' && pending.isKept()) || held.isHere(one.signedIn);
      if (!isNeeded) await giveUpToken(deps, one.signedIn, 'inTime');
    } else if (held.isHere(one.signedIn)) await held.adopt(one);
    else await giveUpToken(deps, one.signedIn);
  };

  const dropUnread = async (one: Unread | null): Promise<void> => {
    if (one === null) return;
    const { way, attempt, token } = one;
    await giveUpUnread(deps, token, (signedIn) => giveUp({ way, attempt, signedIn }));
  };

  const end = (): void => {
    attempts.end();
    // The next attempt waits for it: Plex may hand out the same token again.
    givenUp = Promise.all([
      givenUp,
      ...held.take().map((signedIn) => giveUpToken(deps, signedIn)),
      other.abandon(),
      dropUnread(takeUnread()),
    ]);
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

  const finishStoring = async (
    one: HeldToken<Way>,
    stored: Result<PutAccount>,
  ): Promise<PutAccount | null> => {
    const { way, attempt } = one;
    const isCancelled = isAborted(attempt.signal);
    if (!stored.ok) {
      if (isCancelled) await giveUp(one);
      else held.hold(one);
      fail(way, attempt, stored.error);
      return null;
    }
    const { accountId, wasReplaced } = stored.value;
    if (isCancelled && !wasReplaced) {
      // Cancelled while it was being stored: it must not stay.
      await accounts.takeBack(stored.value);
      await giveUp(one);
      return null;
    }
    // The PIN of a later attempt is none of this one's.
    if (!isCancelled) pending.forget();
    log.info('signIn.done', { way, wasReplaced });
    attempt.show(() => ({ kind: 'done', accountId, wasReplaced }));
    done(accountId);
    return stored.value;
  };

  const store = async (one: HeldToken<Way>): Promise<PutAccount | null> =>
    finishStoring(one, await held.put(one.signedIn));

  /** Of another user than the attempt was for, who is here as well. */
  const storeKnown = async (one: HeldToken<Way>): Promise<PutAccount | null> => {
    const stored = await held.put(one.signedIn);
    if (!stored.ok) {
      held.hold(one);
      fail(one.way, one.attempt, stored.error);
      return null;
    }
    pending.forget();
    other.showStored(one);
    done(stored.value.accountId);
    return stored.value;
  };

  /**
   * What Plex handed out goes to whom it was asked for, and to nobody else without the person's word. But one who is here
   * already gets it in any case: Plex may have ended the token that is kept.
   */
  const receiveNow = async (
    way: Way,
    attempt: Attempt,
    signedIn: SignedIn,
  ): Promise<PutAccount | null> => {
    const one = { way, attempt, signedIn };
    if (isAborted(attempt.signal)) {
      await giveUp(one);
      return null;
    }
    if (isWelcome(attempt, signedIn)) return store(one);
    log.info('signIn.otherUser', { way });
    if (held.isHere(signedIn)) return storeKnown(one);
    other.hold(one);
    return null;
  };

  const receive: typeof receiveNow = (...handedOut) => {
    const received = receiveNow(...handedOut);
    receiving = Promise.allSettled([receiving, received]);
    return received;
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
    if (signedIn.error.code !== 'token.rejected') {
      const left = { way, attempt, token: approved.value };
      if (!isAborted(attempt.signal)) unread = left;
      else if (!isClosing) await dropUnread(left);
    }
    fail(way, attempt, signedIn.error);
    return null;
  };

  const startPin = (way: PinWay, forAccountId: AccountId | undefined): Result<null> => {
    const allowed = attempts.allow(forAccountId);
    if (!allowed.ok) return allowed;
    // Approved already for the same account, it is read once more, in place of a new approval.
    const left = unread?.attempt.expected?.accountId === forAccountId ? takeUnread() : null;
    const attempt = begin(forAccountId ?? null);
    attempt.show(() => ({ kind: way, attemptId: attempt.id, phase: 'starting' }));
    if (left === null) pending.forget();
    void givenUp
      .then(() => (left === null ? signInByPin(deps, attempt, way) : ok(left.token)))
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
    const stored = await finishPin(pin.way, attempt, approved);
    if (stored !== null) notices.add({ kind: 'signInResumed', accountTitle: stored.title });
  };

  const storeApproved = async (): Promise<void> => {
    const recalled = await pending.recall();
    if (!recalled.ok || recalled.value === null) return;
    const { way, pinId, forAccountId } = recalled.value;
    const attempt = attempts.begin(forAccountId);
    const signedIn = await askOnceMore(deps, pinId);
    // Somebody else's is asked for again at the next start, when there is a person to decide.
    const isWanted = signedIn !== null && (isWelcome(attempt, signedIn) || held.isHere(signedIn));
    if (isWanted) await store({ way, attempt, signedIn });
  };

  const storeAllHeld = async (): Promise<void> => {
    for (const one of held.list()) {
      const stored = await held.retry(one);
      if (stored !== null) await finishStoring(one, stored);
    }
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
      await store(taken);
      return ok(null);
    },
    discardOther: async () => {
      const state = attempts.state();
      if (state.kind === 'otherUser' && state.user.isHere) {
        cancel();
        return ok(null);
      }
      const discarded = await other.discard();
      if (discarded.ok && attempts.state().kind === 'otherUser') cancel();
      return discarded;
    },
    cancel,
    storeHeld: () => storingInTurn(storeAllHeld),
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
      await within(underWayLimitMs, deps.clock, async () => {
        const stored = storingInTurn(() => Promise.resolve());
        await Promise.allSettled([receiving, stored, givenUp]);
        return ok(null);
      });
      const left = held.take();
      await pending.settled();
      // A PIN that is kept fetches its token again at the next start.
      if (!pending.isKept()) {
        for (const signedIn of left) await giveUpToken(deps, signedIn, 'inTime');
      }
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
  expected === null || expected.uuid === account.identity.uuid;

const isWaiting = (state: SignInState): boolean =>
  (state.kind === 'browser' || state.kind === 'code') &&
  (state.phase === 'waiting' || state.phase === 'finishing');
