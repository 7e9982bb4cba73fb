import type { AccountId } from '../../../shared/model/ids.ts';
import { alarmText } from '../../../shared/words/verdicts.ts';
import type { Clock, Notifier } from '../../ports.ts';
import type { SettingsStore } from '../settings.ts';
import type { AccountEntry } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { ServerTime } from '../server-time.ts';
import { DAY_MS, SECOND_MS } from '../../timing.ts';
import type { Accounts } from '../accounts/accounts.ts';

/** Tells the person, once, of an account token that has failed or is about to end. */
export interface Alarm {
  /** From now on: a command that only asks something tells nobody of anything else. */
  start(): void;
  /** Looks whether there is something to tell, in a moment: those that fail together are told of together. */
  look(): void;
  close(): void;
}

const gatherMs = 5 * SECOND_MS;
/** A JWT lives for seven days; transient tokens end by design, and their list counts down. */
export const warnBeforeEndMs = DAY_MS;

type Trouble = 'rejected' | 'ending';

export function createAlarm(deps: {
  readonly accounts: Accounts;
  readonly index: UsherIndex;
  readonly settings: SettingsStore;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly time: ServerTime;
  /** The person wants to see this account. */
  readonly onWanted: (accountId: AccountId) => void;
}): Alarm {
  const { accounts, index, settings, notifier, clock, time, onWanted } = deps;
  let cancelTimer: (() => void) | null = null;
  let isStarted = false;

  const troubleOf = ({ rejectedAt, tokenEndsAt }: AccountEntry): Trouble | null => {
    if (rejectedAt !== null) return 'rejected';
    return tokenEndsAt !== null && tokenEndsAt - time.now() < warnBeforeEndMs ? 'ending' : null;
  };

  const findUntold = (): readonly AccountEntry[] =>
    index
      .content()
      .accounts.filter(
        (entry) => !entry.isSigningOut && !entry.isFailureTold && troubleOf(entry) !== null,
      );

  /** A token is told of once, be it before it fails or when it does; one that is good again may be told of again. */
  const remember = async (told: ReadonlySet<string>): Promise<void> => {
    await index.update((content) => ({
      ...content,
      accounts: content.accounts.map((entry) => ({
        ...entry,
        isFailureTold:
          troubleOf(entry) !== null && (entry.isFailureTold || told.has(entry.secretKey)),
      })),
    }));
  };

  const notify = async (): Promise<void> => {
    cancelTimer = null;
    const untold = findUntold();
    const isGoodAgain = index
      .content()
      .accounts.some((entry) => entry.isFailureTold && troubleOf(entry) === null);
    if (untold.length === 0 && !isGoodAgain) return;
    const told = new Set(untold.map(({ secretKey }) => secretKey));
    await remember(told);
    // Another may have failed since they were picked, when it was looked for already.
    if (findUntold().some(({ secretKey }) => !told.has(secretKey))) look();
    const [first] = untold;
    if (first === undefined || !settings.value().isNotifying) return;
    const text =
      untold.length === 1
        ? alarmText()[troubleOf(first) ?? 'rejected'](first.title)
        : alarmText().several(untold.length);
    // SECURITY: a notification stays in the system's history: a name and a next step, nothing of a token.
    notifier.show(text, () => onWanted(first.id));
  };

  const look = (): void => {
    if (isStarted) cancelTimer ??= clock.after(gatherMs, () => void notify());
  };
  accounts.onAsked(look);

  const start = (): void => {
    isStarted = true;
  };

  const close = (): void => {
    isStarted = false;
    cancelTimer?.();
  };

  return { start, look, close };
}
