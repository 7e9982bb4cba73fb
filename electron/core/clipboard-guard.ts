import { createHash } from 'node:crypto';
import type { AppError } from '../../shared/errors.ts';
import type { TransientTokenId } from '../../shared/model/ids.ts';
import type { ClipboardState } from '../../shared/model/state.ts';
import type { TokenForm } from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clipboard, Clock, ScreenLock } from '../ports.ts';
import { oneAtATime, SECOND_MS, wait } from '../timing.ts';
import type { EventBus } from './event-bus.ts';

const tryAgainAfterMs = 5 * SECOND_MS;
const lookAgainAfterMs = SECOND_MS;

/** Puts secrets on the clipboard and takes them off again, unless something else was copied since. */
export interface ClipboardGuard {
  state(): ClipboardState;
  put(copied: CopiedSecret): Promise<Result<null>>;
  /** The person wants it to stay: no clearing by time, nor on quit. */
  keep(): void;
  /** Whether it is to be cleared by time, and so on quit too. */
  isTimed(): boolean;
  /**
   * Resolves when nothing waits to be cleared by time any more: it is off, or stays, or it can't be cleared just now. Looks
   * meanwhile whether something else was copied, of which nobody tells.
   */
  untilOver(): Promise<void>;
  /** Clears now, or tries again from now on; done as well when the clipboard holds something else by now. */
  clear(): Promise<Result<null>>;
  /** The window came to the front: what could not be cleared may be now. */
  tryAgain(): void;
  /** Takes off this text, if it is what the clipboard was given last. */
  withdraw(secret: string): Promise<void>;
  /** From now on nothing is put there any more: what still is on its way would have nobody to clear it. */
  close(): Promise<void>;
}

type Holding = Extract<ClipboardState, { kind: 'holding' }>;

export interface CopiedSecret {
  readonly secret: string;
  readonly label: string;
  readonly what: Holding['what'];
  /** Of a transient token. */
  readonly tokenId?: TransientTokenId | undefined;
  /** The form that `secret` has. */
  readonly form: TokenForm;
}

interface Held {
  readonly label: string;
  readonly what: CopiedSecret['what'];
  readonly tokenId: Holding['tokenId'];
  readonly form: TokenForm;
  readonly digest: string;
  readonly isKeptFromHistory: boolean;
  readonly totalMs: number;
  /** On the monotonic clock; null when it is to stay. */
  clearsAtMs: number | null;
  failure: Holding['failure'];
  cancelTimer: () => void;
}

export function createClipboardGuard(deps: {
  readonly clipboard: Clipboard;
  readonly screenLock: ScreenLock;
  readonly clock: Clock;
  readonly events: EventBus;
  /** How long a secret stays, as the person wants it just now. */
  readonly clearAfterMs: () => number;
}): ClipboardGuard {
  const { clipboard, screenLock, clock, events } = deps;
  let held: Held | null = null;
  /** Null while there is nothing to clear. */
  let stopWatching: (() => void) | null = null;

  let isClosed = false;

  // What is copied between the look at the clipboard and its being cleared would go with what was looked for.
  const inTurn = oneAtATime();

  const state = (): ClipboardState =>
    held === null
      ? { kind: 'empty' }
      : {
          kind: 'holding',
          label: held.label,
          what: held.what,
          tokenId: held.tokenId,
          form: held.form,
          totalMs: held.totalMs,
          failure: held.failure,
          isKeptFromHistory: held.isKeptFromHistory,
          remainingMs:
            held.clearsAtMs === null ? null : Math.max(0, held.clearsAtMs - clock.monotonicMs()),
        };

  const emitState = (): void => events.emit({ clipboard: state() });

  const letGo = (): void => {
    held?.cancelTimer();
    stopWatching?.();
    stopWatching = null;
  };

  const release = (): void => {
    letGo();
    held = null;
    emitState();
  };

  const isStillThere = async (digest: string): Promise<Result<boolean>> => {
    const present = await clipboard.read();
    return present.ok ? ok(digestOf(present.value) === digest) : present;
  };

  const takeOff = async (digest: string): Promise<Result<null>> => {
    const before = await isStillThere(digest);
    if (!before.ok) return before;
    if (!before.value) return ok(null);
    const cleared = await clipboard.clear();
    if (!cleared.ok) return cleared;
    // SECURITY: read back, for a system may ignore it without a word: Wayland takes it from the window in front alone.
    const after = await isStillThere(digest);
    if (!after.ok) return after;
    return after.value ? err({ code: 'clipboard.notCleared' }) : ok(null);
  };

  const clear = async (): Promise<Result<null>> => {
    const clearing = held;
    if (clearing === null) return ok(null);
    return inTurn(async () => {
      // A copy made meanwhile has a clock of its own.
      if (held !== clearing) return ok(null);
      const cleared = await takeOff(clearing.digest);
      if (cleared.ok) release();
      else failed(clearing, cleared.error.code);
      return cleared;
    });
  };

  const letGoOfWhatIsGone = (): Promise<void> =>
    inTurn(async () => {
      if (held === null) return;
      const isThere = await isStillThere(held.digest);
      if (isThere.ok && !isThere.value) release();
    });

  const failed = (target: Held, code: AppError['code']): void => {
    const failure = code === 'clipboard.notCleared' ? code : 'clipboard.failed';
    const isNews = target.failure !== failure;
    target.failure = failure;
    target.clearsAtMs = Math.min(target.clearsAtMs ?? Infinity, clock.monotonicMs());
    clearLater(target, tryAgainAfterMs);
    if (isNews) emitState();
  };

  const clearLater = (target: Held, delayMs: number): void => {
    target.cancelTimer();
    target.cancelTimer = clock.after(delayMs, () => void clear());
  };

  const isTimed = (): boolean => held !== null && held.clearsAtMs !== null;

  return {
    state,
    clear,
    tryAgain: () => {
      if (held !== null && held.failure !== null) void clear();
    },
    withdraw: async (secret) => {
      if (held?.digest === digestOf(secret)) await clear();
    },
    isTimed,
    untilOver: async () => {
      const isWaiting = (): boolean => isTimed() && held?.failure === null;
      while (isWaiting()) {
        const news = new AbortController();
        const stop = events.subscribe(({ clipboard: told }) => {
          if (told !== undefined) news.abort();
        });
        await wait(clock, lookAgainAfterMs, news.signal);
        stop();
        if (isWaiting()) await letGoOfWhatIsGone();
      }
    },
    put: ({ secret, label, what, tokenId = null, form }) =>
      inTurn(async () => {
        if (isClosed) return err({ code: 'clipboard.failed' });
        const written = await clipboard.writeSecret(secret);
        if (!written.ok) return written;
        held?.cancelTimer();
        const totalMs = deps.clearAfterMs();
        // SECURITY: a digest is enough to know our own text again; the secret itself is not kept.
        held = {
          label,
          what,
          tokenId,
          form,
          digest: digestOf(secret),
          isKeptFromHistory: written.value.isKeptFromHistory,
          totalMs,
          clearsAtMs: clock.monotonicMs() + totalMs,
          failure: null,
          cancelTimer: () => undefined,
        };
        clearLater(held, totalMs);
        emitState();
        // Kept from one copy to the next.
        stopWatching ??= screenLock.watch(() => void clear());
        return ok(null);
      }),
    close: () =>
      inTurn(() => {
        isClosed = true;
        return Promise.resolve();
      }),
    keep: () => {
      if (held === null) return;
      letGo();
      held.clearsAtMs = null;
      held.failure = null;
      emitState();
    },
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
