import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/app-error.ts';
import type { PasswordForm } from '../../shared/ipc/requests.ts';
import type { AccountId, AttemptId } from '../../shared/model/ids.ts';
import type { SignInState } from '../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Accounts, PutAccount } from '../accounts/accounts.ts';
import type { EventBus } from '../event-bus.ts';
import { isAborted } from '../is-aborted.ts';
import type { Notices } from '../notices/notices.ts';
import type { SignedIn } from '../plex/plex-client.ts';
import type { Log } from '../ports.ts';
import { cancelled, type Attempt } from './attempt.ts';
import type { WaitingPin } from './pending-pin.ts';
import { askOnceMore } from './ask-once-more.ts';
import { awaitApproval, signInByPin, type PinSignInDeps, type PinWay } from './pin-sign-in.ts';
import { readFreshAccount } from './read-fresh-account.ts';

/** The one sign-in attempt there can be at a time. A new one, or `cancel`, ends the last. */
export interface SignIn {
  state(): SignInState;
  startBrowser(): void;
  openBrowserAgain(): Promise<Result<null>>;
  startCode(): void;
  submitPassword(form: PasswordForm): void;
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
  const { plex, browser, pending, accounts, notices, events, log } = deps;
  let current = new AbortController();
  let describe: () => SignInState = () => ({ kind: 'idle' });
  let held: { readonly way: Way; readonly attempt: Attempt; readonly signedIn: SignedIn } | null =
    null;
  let done: (accountId: AccountId) => void = () => undefined;

  const show = (state: () => SignInState): void => {
    describe = state;
    events.emit('signIn.changed', describe());
  };

  const end = (): void => {
    current.abort(cancelled);
    held = null;
  };

  const begin = (): Attempt => {
    end();
    const controller = new AbortController();
    current = controller;
    return {
      id: randomUUID() as AttemptId,
      signal: controller.signal,
      show: (state) => {
        if (!controller.signal.aborted) show(state);
      },
    };
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
    if (isAborted(attempt.signal)) return null;
    const put = await accounts.put(signedIn);
    if (!put.ok) {
      held = isAborted(attempt.signal) ? null : { way, attempt, signedIn };
      fail(way, attempt, put.error);
      return null;
    }
    held = null;
    pending.forget();
    const { accountId, wasReplaced } = put.value;
    if (isAborted(attempt.signal) && !wasReplaced) {
      // Cancelled while it was being stored: it must not stay.
      await accounts.takeBack(put.value);
      return null;
    }
    log.info('signIn.done', { way, wasReplaced });
    attempt.show(() => ({ kind: 'done', accountId, wasReplaced }));
    done(accountId);
    return put.value;
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
    if (signedIn.ok) return store(way, attempt, signedIn.value);
    fail(way, attempt, signedIn.error);
    return null;
  };

  const startPin = (way: PinWay): void => {
    const attempt = begin();
    pending.forget();
    void signInByPin(deps, attempt, way).then((approved) => finishPin(way, attempt, approved));
  };

  const submitPassword = async (form: PasswordForm): Promise<void> => {
    const attempt = begin();
    pending.forget();
    const { id: attemptId } = attempt;
    const password = { kind: 'password', attemptId } as const;
    attempt.show(() => ({ ...password, phase: 'submitting', error: null }));
    const signedIn = await plex.signIn(form, attempt.signal);
    if (signedIn.ok) await store('password', attempt, signedIn.value);
    else if (signedIn.error.code === 'plex.codeRequired') {
      attempt.show(() => ({ ...password, phase: 'codeRequired', error: null }));
    } else if (signedIn.error.code === 'plex.codeWrong') {
      const { error } = signedIn;
      attempt.show(() => ({ ...password, phase: 'codeRequired', error }));
    } else fail('password', attempt, signedIn.error);
  };

  const resumePin = async (pin: WaitingPin): Promise<void> => {
    const attempt = begin();
    const shown = { isOpened: true, renewalCount: 0 };
    const approved = await awaitApproval(deps, attempt, pin, shown);
    const put = await finishPin(pin.way, attempt, approved);
    if (put !== null) notices.add({ kind: 'signInResumed', accountTitle: put.title });
  };

  return {
    state: () => describe(),
    startBrowser: () => startPin('browser'),
    startCode: () => startPin('code'),
    submitPassword: (form) => void submitPassword(form),
    openBrowserAgain: async () => {
      const state = describe();
      if (state.kind !== 'browser' || state.phase !== 'waiting') {
        return err({ code: 'signIn.notWaiting' });
      }
      return browser.open(state.authUrl);
    },
    cancel: () => {
      end();
      pending.forget();
      show(() => ({ kind: 'idle' }));
    },
    storeHeld: async () => {
      if (held === null) return;
      const { way, attempt, signedIn } = held;
      held = null;
      await store(way, attempt, signedIn);
    },
    resume: async () => {
      const recalled = await pending.recall();
      if (!recalled.ok) log.warn('signIn.pendingPinUnread', { code: recalled.error.code });
      else if (recalled.value !== null && describe().kind === 'idle') {
        void resumePin(recalled.value);
      }
    },
    close: async () => {
      const isAsking = isWaiting(describe());
      const attempt = begin();
      await pending.settled();
      const recalled = isAsking ? await pending.recall() : ok(null);
      if (recalled.ok && recalled.value !== null) {
        const { way, pinId } = recalled.value;
        const signedIn = await askOnceMore(deps, pinId);
        if (signedIn !== null) await store(way, attempt, signedIn);
      }
      end();
      await pending.settled();
    },
    onDone: (listener) => {
      done = listener;
    },
  };
}

const isWaiting = (state: SignInState): boolean =>
  (state.kind === 'browser' || state.kind === 'code') &&
  (state.phase === 'waiting' || state.phase === 'finishing');
