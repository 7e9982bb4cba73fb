import type { Clock } from '../../ports.ts';
import type { TransientTokenEntry } from '../../storage/profile/index-content.ts';
import type { ServerTime } from '../server-time.ts';
import { DAY_MS, HOUR_MS } from '../../timing.ts';

/** So long one that has run out is still listed, as what it is: whoever comes back for it sees why it is of no use. */
const shownExpiredForMs = DAY_MS;
const lookAgainAfterMs = HOUR_MS;

/** Has the list told anew when a token runs out, and drops it some time after that. */
export interface ExpiryWatch {
  begin(): Promise<void>;
  /** Once, and of so many at most. */
  dropOver(mostCount: number): Promise<void>;
  /** To be called when a token came or went. */
  plan(): void;
  close(): void;
}

export function createExpiryWatch(deps: {
  readonly clock: Clock;
  readonly time: ServerTime;
  /** All of them, those that are marked as forgotten too. */
  readonly entries: () => readonly TransientTokenEntry[];
  readonly forgetEach: (those: readonly TransientTokenEntry[]) => Promise<unknown>;
  readonly emit: () => void;
}): ExpiryWatch {
  const { clock, time, entries, forgetEach, emit } = deps;
  let cancelTimer: () => void = () => undefined;
  let isWatching = false;
  let isClosed = false;

  /** A token is not dropped by this computer's clock alone: that one may be a month ahead. */
  const isOver = (entry: TransientTokenEntry): boolean =>
    entry.isForgotten || (time.isSynced() && entry.expiresAt + shownExpiredForMs <= time.now());

  const dropOver = async (mostCount = Infinity): Promise<void> => {
    await forgetEach(entries().filter(isOver).slice(0, mostCount));
    emit();
    plan();
  };

  /** Looks again when the next one runs out or is to be dropped, and now and then besides. */
  const plan = (): void => {
    cancelTimer();
    const listed = entries().filter(({ isForgotten }) => !isForgotten);
    if (isClosed || listed.length === 0) return;
    const delaysMs = listed
      .flatMap(({ expiresAt }) => [expiresAt, expiresAt + shownExpiredForMs])
      .map((atMs) => atMs - time.now())
      .filter((delayMs) => delayMs > 0);
    cancelTimer = clock.after(Math.min(lookAgainAfterMs, ...delaysMs), () => void dropOver());
  };

  // Where the time was put right, one may have run out that was not to for hours.
  time.onMoved(() => {
    if (isWatching) void dropOver();
    else emit();
  });

  return {
    begin: () => {
      isWatching = true;
      return dropOver();
    },
    dropOver,
    plan,
    close: () => {
      isWatching = false;
      isClosed = true;
      cancelTimer();
    },
  };
}
