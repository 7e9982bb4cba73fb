import type { AppError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports.ts';
import { HOUR_MS, SECOND_MS } from '../../timing.ts';

const firstDelayMs = 30 * SECOND_MS;
const longestDelayMs = HOUR_MS;

/** When sign-outs that are put off are tried again. */
export interface Retries {
  /**
   * Tries all, and from now on again and again with growing pauses; not before Plex, if it asked to wait, may be asked
   * again. To be called when Plex may be there again.
   */
  retry(): void;
  /** Takes down what came of a try, whoever made it. */
  note(outcome: Result<unknown>): void;
  close(): void;
}

export function createRetries(deps: {
  readonly clock: Clock;
  /** Those that are put off now. */
  readonly waiting: () => readonly AccountId[];
  readonly attempt: (accountId: AccountId) => Promise<Result<unknown>>;
}): Retries {
  const { clock, waiting, attempt } = deps;
  let delayMs = firstDelayMs;
  /** On the monotonic clock: when Plex, which asked to wait, may be asked again. */
  let waitUntilMs = 0;
  let cancelTimer: () => void = () => undefined;
  let isClosed = false;

  const tryLater = (pauseMs: number): void => {
    cancelTimer();
    if (!isClosed) cancelTimer = clock.after(pauseMs, () => void tryAll());
  };

  const tryAll = async (): Promise<void> => {
    const waitMs = waitUntilMs - clock.monotonicMs();
    if (waitMs > 0) {
      tryLater(waitMs);
      return;
    }
    let pauseMs: number | null = null;
    for (const accountId of waiting()) {
      const tried = await attempt(accountId);
      if (tried.ok || waitsForPerson(tried.error)) continue;
      pauseMs = Math.max(delayMs, askedPauseMs(tried.error));
      if (tried.error.code === 'plex.rateLimited') break;
    }
    cancelTimer();
    if (pauseMs === null) return;
    tryLater(pauseMs);
    delayMs = Math.min(delayMs * 2, longestDelayMs);
  };

  return {
    retry: () => {
      delayMs = firstDelayMs;
      void tryAll();
    },
    note: (outcome) => {
      if (outcome.ok) return;
      waitUntilMs = Math.max(waitUntilMs, clock.monotonicMs() + askedPauseMs(outcome.error));
    },
    close: () => {
      isClosed = true;
      cancelTimer();
    },
  };
}

/** A keychain that has to be unlocked is not made to ask again and again, nor is a server's own token ever revoked. */
const waitsForPerson = ({ code }: AppError): boolean =>
  code.startsWith('vault.') || code === 'token.ofServer';

const askedPauseMs = (error: AppError): number =>
  error.code === 'plex.rateLimited' ? (error.retryAfterSeconds ?? 0) * SECOND_MS : 0;
