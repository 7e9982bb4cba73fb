import type { Clock, Log } from './ports.ts';

/** A step that waits until the test lets it go on. */
export interface Gate {
  readonly pass: () => Promise<void>;
  /** Resolves when somebody waits at it. */
  readonly reached: Promise<void>;
  readonly open: () => void;
}

export function makeGate(): Gate {
  let tellReached: () => void = () => undefined;
  let open: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    tellReached = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    reached,
    open,
    pass: () => {
      tellReached();
      return opened;
    },
  };
}

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  /** Moves on, runs what falls due in order, and lets what that started settle. */
  advance(durationMs: number): Promise<void>;
  /** Sets the wall clock only, as a person or a time server would. */
  setNow(epochMs: number): void;
  pendingCount(): number;
}

export function createTestClock(startMs = Date.UTC(2026, 0, 2, 3, 4, 5)): TestClock {
  let nowMs = startMs;
  let monotonicMs = 0;
  let timers: { readonly dueMs: number; readonly callback: () => void }[] = [];

  const settle = async (): Promise<void> => {
    // Real I/O of the tests (loopback HTTP) is not on this clock: a few turns of the event loop let promises run.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
  };

  return {
    now: () => nowMs,
    monotonicMs: () => monotonicMs,
    after: (delayMs, callback) => {
      const timer = { dueMs: monotonicMs + Math.max(0, delayMs), callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: async (durationMs) => {
      const endMs = monotonicMs + durationMs;
      await settle();
      for (;;) {
        const next = timers
          .filter((timer) => timer.dueMs <= endMs)
          .sort((one, other) => one.dueMs - other.dueMs)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        nowMs += next.dueMs - monotonicMs;
        monotonicMs = next.dueMs;
        next.callback();
        await settle();
      }
      nowMs += endMs - monotonicMs;
      monotonicMs = endMs;
      await settle();
    },
    setNow: (epochMs) => {
      nowMs = epochMs;
    },
    pendingCount: () => timers.length,
  };
}

/** Keeps what was logged, for tests that look for it, or for what must not be in it. */
export function createTestLog(): Log & { text(): string } {
  const lines: string[] = [];
  const keep = (event: string, facts?: Readonly<Record<string, unknown>>): void => {
    lines.push(
      `${event} ${JSON.stringify(facts, (_key, value: unknown) => (value instanceof Error ? value.message : value))}`,
    );
  };
  return { info: keep, warn: keep, error: keep, text: () => lines.join('\n') };
}
