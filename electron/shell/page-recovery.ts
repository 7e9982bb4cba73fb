import { MINUTE_MS, SECOND_MS } from '../timing.ts';
import type { Clock } from '../ports.ts';

/** How long it is waited before a page that died is loaded again, the first time, the second and so on. */
const delaysMs = [0, SECOND_MS, 5 * SECOND_MS, 30 * SECOND_MS];
/** A page that lived for so long did not die of being loaded. */
const livedMs = MINUTE_MS;

/** Brings a page back that died, which loses nothing: the state is main's. One that dies every time is given up. */
export interface PageRecovery {
  onDied(): void;
  /** The window is gone, and nothing is loaded any more. */
  close(): void;
}

export function createPageRecovery(deps: {
  readonly clock: Clock;
  readonly load: () => void;
  /** Tells the person that the page is given up, and asks whether to try again. */
  readonly askToTryAgain: () => Promise<boolean>;
}): PageRecovery {
  const { clock, load, askToTryAgain } = deps;
  let deathsInARow = 0;
  let loadedAtMs = clock.monotonicMs();
  let isAsking = false;
  let isClosed = false;
  let cancelLoad = (): void => undefined;

  const loadNow = (): void => {
    loadedAtMs = clock.monotonicMs();
    load();
  };

  const giveUp = async (): Promise<void> => {
    isAsking = true;
    const wantsAnother = await askToTryAgain();
    isAsking = false;
    deathsInARow = 0;
    if (wantsAnother && !isClosed) loadNow();
  };

  return {
    onDied: () => {
      if (isClosed || isAsking) return;
      if (clock.monotonicMs() - loadedAtMs >= livedMs) deathsInARow = 0;
      const delayMs = delaysMs[deathsInARow];
      deathsInARow += 1;
      cancelLoad();
      if (delayMs === undefined) void giveUp();
      else cancelLoad = clock.after(delayMs, loadNow);
    },
    close: () => {
      isClosed = true;
      cancelLoad();
    },
  };
}
