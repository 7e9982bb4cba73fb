import { createHash } from 'node:crypto';
import type { ClipboardState } from '../../shared/model/clipboard.ts';
import type { TokenForm } from '../../shared/model/token-form.ts';
import { ok, type Result } from '../../shared/result.ts';
import { SECOND_MS } from '../durations.ts';
import type { EventBus } from '../event-bus.ts';
import type { Clipboard, Clock, ScreenLock } from '../ports.ts';

const clearAfterMs = 30 * SECOND_MS;
const tryAgainAfterMs = 5 * SECOND_MS;

/** Puts secrets on the clipboard and takes them off again, unless something else was copied since. */
export interface ClipboardGuard {
  state(): ClipboardState;
  put(copied: CopiedSecret): Promise<Result<null>>;
  /** The person wants it to stay: no clearing by time, nor on quit. */
  keep(): void;
  /** Whether it is to be cleared by time, and so on quit too. */
  isTimed(): boolean;
  /** Clears now; done as well when the clipboard holds something else by now. */
  clear(): Promise<Result<null>>;
  /** Takes off this text, if it is what the clipboard was given last. */
  withdraw(secret: string): Promise<void>;
}

export interface CopiedSecret {
  readonly secret: string;
  readonly label: string;
  readonly what: Extract<ClipboardState, { kind: 'holding' }>['what'];
  /** The form that `secret` has. */
  readonly form: TokenForm;
}

interface Held {
  readonly label: string;
  readonly what: CopiedSecret['what'];
  readonly form: TokenForm;
  readonly digest: string;
  readonly isKeptFromHistory: boolean;
  /** On the monotonic clock; null when it is to stay. */
  clearsAtMs: number | null;
  cancelTimer: () => void;
  stopWatching: () => void;
}

export function createClipboardGuard(deps: {
  readonly clipboard: Clipboard;
  readonly screenLock: ScreenLock;
  readonly clock: Clock;
  readonly events: EventBus;
}): ClipboardGuard {
  const { clipboard, screenLock, clock, events } = deps;
  let held: Held | null = null;

  const state = (): ClipboardState =>
    held === null
      ? { kind: 'empty' }
      : {
          kind: 'holding',
          label: held.label,
          what: held.what,
          form: held.form,
          totalMs: clearAfterMs,
          isKeptFromHistory: held.isKeptFromHistory,
          remainingMs:
            held.clearsAtMs === null ? null : Math.max(0, held.clearsAtMs - clock.monotonicMs()),
        };

  const tell = (): void => events.emit('clipboard.changed', state());

  const letGo = (): void => {
    held?.cancelTimer();
    held?.stopWatching();
  };

  const release = (): void => {
    letGo();
    held = null;
    tell();
  };

  const clear = async (): Promise<Result<null>> => {
    const clearing = held;
    if (clearing === null) return ok(null);
    const present = await clipboard.read();
    if (!present.ok) return present;
    if (digestOf(present.value) === clearing.digest) {
      const cleared = await clipboard.clear();
      if (!cleared.ok) return cleared;
    }
    // A copy made while this one was being cleared has a clock of its own.
    if (held === clearing) release();
    return ok(null);
  };

  const clearLater = (target: Held, delayMs: number): void => {
    target.cancelTimer = clock.after(delayMs, () => {
      void clear().then((cleared) => {
        if (!cleared.ok && held === target) clearLater(target, tryAgainAfterMs);
      });
    });
  };

  return {
    state,
    clear,
    withdraw: async (secret) => {
      if (held?.digest === digestOf(secret)) await clear();
    },
    isTimed: () => held !== null && held.clearsAtMs !== null,
    put: async ({ secret, label, what, form }) => {
      const written = await clipboard.writeSecret(secret);
      if (!written.ok) return written;
      letGo();
      // SECURITY: a digest is enough to know our own text again; the secret itself is not kept.
      held = {
        label,
        what,
        form,
        digest: digestOf(secret),
        isKeptFromHistory: written.value.isKeptFromHistory,
        clearsAtMs: clock.monotonicMs() + clearAfterMs,
        cancelTimer: () => undefined,
        // Watched only while there is something to clear.
        stopWatching: screenLock.watch(() => void clear()),
      };
      clearLater(held, clearAfterMs);
      tell();
      return ok(null);
    },
    keep: () => {
      if (held === null) return;
      letGo();
      held.clearsAtMs = null;
      tell();
    },
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
