import { encode } from 'uqr';
import type { AppError } from '../../shared/errors.ts';
import type { SignInPhase } from '../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Browser, Clock } from '../ports.ts';
import type { Attempt } from './attempt.ts';
import type { PendingPin, WaitingPin } from './pending-pin.ts';
import { pollPin } from './poll-pin.ts';

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
