import type { AppError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { SignOutTicks } from '../../../shared/model/sign-out.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { Notices } from '../notices.ts';
import type { Clock, Log } from '../../ports.ts';
import type { WaitingSignOutEntry } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import { HOUR_MS, SECOND_MS } from '../../timing.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { endToken, isHeldHere, isTokenGone, tickOf, type EndTokenDeps } from './end-token.ts';
import type { SignOutBoard } from './sign-out-board.ts';

const firstDelayMs = 30 * SECOND_MS;
const longestDelayMs = HOUR_MS;

/**
 * Sign-outs that Plex could not be told of, to be finished when it can. Each holds on to its token, in the vault, for
 * nothing but that.
 */
export interface WaitingSignOuts {
  find(accountId: AccountId): Result<WaitingSignOutEntry>;
  /** Tries one now, on the person's word. */
  tryNow(entry: WaitingSignOutEntry): Promise<Result<SignOutTicks>>;
  /** Gives one up: its token goes here, and stays good at Plex. */
  giveUp(entry: WaitingSignOutEntry): Promise<Result<null>>;
  /**
   * Tries all, and from now on again and again with growing pauses; not before Plex, if it asked to wait, may be asked
   * again. To be called when Plex may be there again.
   */
  retry(): void;
  close(): void;
}

export interface WaitingSignOutsDeps extends EndTokenDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly accounts: Pick<Accounts, 'summaries' | 'token'>;
  readonly clock: Clock;
  readonly board: SignOutBoard;
  readonly notices: Notices;
  readonly activity: Activity;
  readonly log: Log;
}

export function createWaitingSignOuts(deps: WaitingSignOutsDeps): WaitingSignOuts {
  const { index, keeper, accounts, clock, board, notices, activity, log } = deps;
  const trying = new Map<AccountId, Promise<Result<SignOutTicks>>>();
  let delayMs = firstDelayMs;
  /** On the monotonic clock: when Plex, which asked to wait, may be asked again. */
  let waitUntilMs = 0;
  let cancelTimer: () => void = () => undefined;
  let isClosed = false;

  const find = (accountId: AccountId): Result<WaitingSignOutEntry> => {
    const entry = index.content().waitingSignOuts.find(({ id }) => id === accountId);
    return entry === undefined ? err({ code: 'account.notFound' }) : ok(entry);
  };

  const remove = async (entry: WaitingSignOutEntry): Promise<Result<null>> => {
    const dropped = await keeper.drop(entry.secretKey);
    if (dropped.ok) log.info('account.removed');
    return dropped;
  };

  const attempt = async (entry: WaitingSignOutEntry): Promise<Result<SignOutTicks>> => {
    const tell = board.begin(entry);
    const token = await keeper.read(entry.secretKey);
    // Another process has finished it.
    if (!token.ok && !find(entry.id).ok) return ok(board.ticksOf(entry.id));
    const isLost = !token.ok && isTokenGone(token.error);
    const held = token.ok ? await isHeldHere(accounts, token.value) : token;
    const isInUse = held.ok && held.value;
    const { issuedTo } = entry;
    const ended =
      token.ok && held.ok && !isInUse
        ? await endToken(deps, { token: token.value, issuedTo }, tell)
        : held;
    if (!ended.ok && !isLost) {
      if (!held.ok) tell({ revoked: tickOf(held) });
      waitUntilMs = Math.max(waitUntilMs, clock.monotonicMs() + askedPauseMs(ended.error));
      return ended;
    }
    tell({ removed: { state: 'running' } });
    const removed = await remove(entry);
    tell({ removed: tickOf(removed) });
    if (!removed.ok) return removed;
    const ticks = board.ticksOf(entry.id);
    // Whoever signed in again since wants the token to stay: nothing has happened to it.
    if (isInUse) return ok(ticks);
    if (isLost) notices.add({ kind: 'signOutTokenLost', title: entry.title });
    else {
      const isProved = ticks.rejected.state === 'done';
      notices.add({ kind: 'signOutFinished', title: entry.title, isProved });
    }
    activity.record({
      kind: isLost ? 'removed' : 'signedOut',
      what: 'accountToken',
      account: entry,
    });
    return ok(ticks);
  };

  const once = (entry: WaitingSignOutEntry): Promise<Result<SignOutTicks>> => {
    const present = trying.get(entry.id);
    if (present !== undefined) return present;
    const started = attempt(entry).finally(() => {
      trying.delete(entry.id);
      if (find(entry.id).ok) board.fail(entry.id);
      else board.end(entry.id);
    });
    trying.set(entry.id, started);
    return started;
  };

  const tryLater = (pauseMs: number): void => {
    cancelTimer();
    if (!isClosed) cancelTimer = clock.after(pauseMs, () => void tryAll());
  };

  const tryAll = async (): Promise<void> => {
    if (index.isTooNew()) return;
    const waitMs = waitUntilMs - clock.monotonicMs();
    if (waitMs > 0) {
      tryLater(waitMs);
      return;
    }
    let pauseMs: number | null = null;
    for (const entry of index.content().waitingSignOuts) {
      const tried = await once(entry);
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
    find,
    tryNow: once,
    giveUp: async (entry) => {
      await trying.get(entry.id);
      if (!find(entry.id).ok) return ok(null);
      const removed = await remove(entry);
      if (!removed.ok) return removed;
      board.end(entry.id);
      activity.record({ kind: 'removed', what: 'accountToken', account: entry });
      return ok(null);
    },
    retry: () => {
      delayMs = firstDelayMs;
      void tryAll();
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
