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

/** A clock of a test's own. */
export interface TestClock extends Clock {
  /**
   * Puts the clock forward: what falls due on the way runs in order, each at its own time, and what it starts settles. Time
   * stands still until what `others` waits for is over too.
   */
  advance(durationMs: number, others?: () => Promise<void>): Promise<void>;
  /** Sets the wall clock alone, as a person, a time server or sleep would. */
  setNow(epochMs: number): void;
  /** From now on time runs so many times slower, so that what is to happen in a moment can on a busy machine. */
  slowDown(factor: number): void;
  pendingCount(): number;
}

/** Stands still until it is moved. */
export const createTestClock = (startMs = Date.UTC(2026, 0, 2, 3, 4, 5)): TestClock =>
  createClock({ now: () => startMs, monotonicMs: () => 0, isRunning: false });

/** Runs like the computer's, and can be put forward. */
export const createRunningClock = (): TestClock =>
  createClock({ now: Date.now, monotonicMs: () => performance.now(), isRunning: true });

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
  handle?: NodeJS.Timeout;
}

/** Node takes a longer one for none at all, and a day is longer when time is slowed down. */
const longestTimeoutMs = 2 ** 31 - 1;

/** Real I/O is on no clock: a few turns of the event loop let what a timer started set its own before the next is run. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
};

function createClock(base: {
  readonly now: () => number;
  readonly monotonicMs: () => number;
  readonly isRunning: boolean;
}): TestClock {
  let offsetMs = 0;
  let wallOffsetMs = 0;
  let slowness = 1;
  let slowedAt = { baseMs: base.monotonicMs(), monotonicMs: base.monotonicMs() };
  const timers = new Set<Timer>();

  const now = (): number => base.now() + offsetMs + wallOffsetMs;
  const monotonicMs = (): number =>
    slowedAt.monotonicMs + (base.monotonicMs() - slowedAt.baseMs) / slowness + offsetMs;
  const moveTo = (atMs: number): void => {
    offsetMs += Math.max(0, atMs - monotonicMs());
  };
  const run = (timer: Timer): void => {
    clearTimeout(timer.handle);
    timers.delete(timer);
    timer.callback();
  };
  const arm = (timer: Timer): void => {
    clearTimeout(timer.handle);
    if (!base.isRunning) return;
    const delayMs = Math.max(0, timer.dueMs - monotonicMs()) * slowness;
    timer.handle = setTimeout(() => run(timer), Math.min(delayMs, longestTimeoutMs));
  };

  return {
    now,
    monotonicMs,
    after: (delayMs, callback) => {
      const timer: Timer = { dueMs: monotonicMs() + Math.max(0, delayMs), callback };
      timers.add(timer);
      arm(timer);
      return () => {
        clearTimeout(timer.handle);
        timers.delete(timer);
      };
    },
    advance: async (durationMs, others = () => Promise.resolve()) => {
      const endMs = monotonicMs() + durationMs;
      const settleAll = async (): Promise<void> => {
        await settle();
        await others();
      };
      await settleAll();
      for (;;) {
        const [next] = [...timers].sort((one, other) => one.dueMs - other.dueMs);
        if (next === undefined || next.dueMs > endMs) break;
        moveTo(next.dueMs);
        run(next);
        await settleAll();
      }
      moveTo(endMs);
      timers.forEach(arm);
      await settleAll();
    },
    setNow: (epochMs) => {
      wallOffsetMs += epochMs - now();
    },
    slowDown: (factor) => {
      slowedAt = { baseMs: base.monotonicMs(), monotonicMs: monotonicMs() - offsetMs };
      slowness = factor;
      timers.forEach(arm);
    },
    pendingCount: () => timers.size,
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
