import { encode } from 'uqr';
import type { AppError } from '../../../shared/errors.ts';
import type { SignInPhase } from '../../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { SignedIn } from '../../plex/plex-tv/account.ts';
import type { Browser, Clock } from '../../ports.ts';
import { isAborted, MINUTE_MS, SECOND_MS, wait } from '../../timing.ts';
import { cancelled, type Attempt } from './attempt.ts';
import type { PendingPin, WaitingPin } from './pending-pin.ts';

export interface PinSignInDeps {
  readonly plex: PlexClient;
  readonly clock: Clock;
  readonly browser: Browser;
  readonly pending: PendingPin;
}

export type PinWay = WaitingPin['way'];

/**
 * Signs in by a PIN: makes it, shows it, and asks until it is approved. A browser's PIN that runs out is an error; a
 * code is renewed. Answers the token, or the error that ended the attempt.
 */
export async function signInByPin(
  deps: PinSignInDeps,
  attempt: Attempt,
  way: PinWay,
): Promise<Result<string>> {
  for (let renewalCount = 0; ; renewalCount += 1) {
    const made = await makePin(deps, attempt, way);
    if (!made.ok) return made;
    const isOpened =
      way === 'browser' && (await deps.browser.open(deps.plex.authPageUrl(made.value))).ok;
    const token = await awaitApproval(deps, attempt, made.value, { isOpened, renewalCount });
    const isRunOut = !token.ok && token.error.code === 'plex.pinExpired';
    if (!isRunOut || way === 'browser') return token;
  }
}

async function makePin(
  deps: PinSignInDeps,
  attempt: Attempt,
  way: PinWay,
): Promise<Result<WaitingPin>> {
  const startedAt = deps.clock.now();
  const made = await deps.plex.createPin(way === 'browser', attempt.signal);
  if (!made.ok) return made;
  const pin: WaitingPin = {
    way,
    pinId: made.value.id,
    code: made.value.code,
    // Counted from before the question: we may give up too early, never too late.
    expiresAt: startedAt + made.value.expiresInMs,
    forAccountId: attempt.expected?.accountId ?? null,
  };
  if (!attempt.signal.aborted) deps.pending.remember(pin);
  return ok(pin);
}

/** Waits for the approval of a PIN that is there already. */
export async function awaitApproval(
  deps: PinSignInDeps,
  attempt: Attempt,
  pin: WaitingPin,
  shown: { readonly isOpened: boolean; readonly renewalCount: number },
): Promise<Result<string>> {
  const { plex, clock } = deps;
  const expiresAtMs = clock.monotonicMs() + (pin.expiresAt - clock.now());
  let trouble: AppError | null = null;
  const qr = pin.way === 'code' ? encode(plex.prefilledLinkUrl(pin), { border: 0 }).data : [];

  const waiting = (): SignInPhase => {
    const common = {
      attemptId: attempt.id,
      phase: 'waiting' as const,
      remainingMs: Math.max(0, expiresAtMs - clock.monotonicMs()),
      trouble,
    };
    if (pin.way === 'browser') {
      const authUrl = plex.authPageUrl(pin);
      return { kind: 'browser', ...common, authUrl, browserOpened: shown.isOpened };
    }
    const prefilledUrl = plex.prefilledLinkUrl(pin);
    const { renewalCount } = shown;
    const { linkUrl } = plex;
    return { kind: 'code', ...common, code: pin.code, linkUrl, prefilledUrl, qr, renewalCount };
  };
  attempt.show(waiting);

  const outcome = await pollPin(deps, {
    pinId: pin.pinId,
    expiresAtMs,
    signal: attempt.signal,
    onTrouble: (next) => {
      if (next === trouble) return;
      trouble = next;
      attempt.show(waiting);
    },
  });
  switch (outcome.kind) {
    case 'approved':
      return ok(outcome.token);
    case 'expired':
      return err({ code: 'plex.pinExpired' });
    case 'aborted':
      return err({ code: 'signIn.cancelled' });
  }
}

const pollEveryMs = 2 * SECOND_MS;
const slowestPollMs = 16 * SECOND_MS;
const stopAskingAfterMs = MINUTE_MS;

export type PollOutcome =
  | { readonly kind: 'approved'; readonly token: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'aborted' };

export interface PollOptions {
  readonly pinId: number;
  /** On the monotonic clock. */
  readonly expiresAtMs: number;
  readonly signal: AbortSignal;
  /** Why the last question had no answer, or null once one had. */
  readonly onTrouble: (trouble: AppError | null) => void;
}

/**
 * Asks until the PIN is approved or has run out. Polling faster than every two seconds has met code 1003
 * (https://github.com/Ombi-app/Ombi/issues/5233); trouble slows it down and never ends it. After the PIN's end it is
 * asked for once more, so that an approval in the last second is not lost.
 */
export async function pollPin(
  deps: { readonly plex: Pick<PlexClient, 'checkPin'>; readonly clock: Clock },
  options: PollOptions,
): Promise<PollOutcome> {
  const { plex, clock } = deps;
  const { pinId, expiresAtMs, signal, onTrouble } = options;
  let delayMs = pollEveryMs;
  for (;;) {
    const remainingMs = expiresAtMs - clock.monotonicMs();
    await wait(clock, remainingMs > 0 ? Math.min(delayMs, remainingMs) : delayMs, signal);
    if (isAborted(signal)) return { kind: 'aborted' };

    const checked = await plex.checkPin(pinId, signal);
    if (isAborted(signal)) return { kind: 'aborted' };
    const pastEndMs = clock.monotonicMs() - expiresAtMs;
    if (checked.ok) {
      if (checked.value.token !== null) return { kind: 'approved', token: checked.value.token };
      // A PIN that has run out may go on being answered with 200.
      if (pastEndMs >= 0) return { kind: 'expired' };
      onTrouble(null);
      delayMs = pollEveryMs;
    } else {
      if (checked.error.code === 'plex.pinExpired') return { kind: 'expired' };
      // The approval may have come while Plex could not be asked.
      if (pastEndMs >= stopAskingAfterMs) return { kind: 'expired' };
      onTrouble(checked.error);
      delayMs = nextDelayMs(delayMs, checked.error);
    }
  }
}

function nextDelayMs(delayMs: number, error: AppError): number {
  if (error.code === 'plex.rateLimited' && error.retryAfterSeconds !== null) {
    return Math.max(pollEveryMs, error.retryAfterSeconds * SECOND_MS);
  }
  return Math.min(delayMs * 2, slowestPollMs);
}

const lastQuestionLimitMs = 2 * SECOND_MS;

/** Whether a PIN has been approved by now; asked when Usher closes, so it must not take long. */
export async function askOnceMore(
  deps: { readonly plex: Pick<PlexClient, 'checkPin' | 'getAccount'>; readonly clock: Clock },
  pinId: number,
): Promise<SignedIn | null> {
  const limit = new AbortController();
  const cancelLimit = deps.clock.after(lastQuestionLimitMs, () => limit.abort(cancelled));
  const checked = await deps.plex.checkPin(pinId, limit.signal);
  const token = checked.ok ? checked.value.token : null;
  const account = token === null ? null : await deps.plex.getAccount(token, limit.signal);
  cancelLimit();
  return token !== null && account?.ok === true
    ? { token, account: account.value, isRemembered: true }
    : null;
}

const triesCount = 5;

/** The account behind a token just got. The token is not given up for a network that comes and goes. */
export async function readFreshAccount(
  deps: { readonly plex: Pick<PlexClient, 'getAccount'>; readonly clock: Clock },
  token: string,
  signal: AbortSignal,
): Promise<Result<SignedIn>> {
  for (let tries = 1; ; tries += 1) {
    const account = await deps.plex.getAccount(token, signal);
    if (account.ok) return ok({ token, account: account.value, isRemembered: true });
    const isFinal = account.error.code === 'token.rejected' || tries === triesCount;
    if (isFinal || isAborted(signal)) return account;
    await wait(deps.clock, tries * SECOND_MS, signal);
  }
}
