import type { AppError } from '../../shared/errors.ts';
import { isAborted, MINUTE_MS, SECOND_MS, wait } from '../timing.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Clock } from '../ports.ts';

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
