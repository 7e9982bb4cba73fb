import {
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  untrack,
  type Accessor,
} from 'solid-js';

const second = 1000;

/**
 * Reads a clock again at each beat: `performance.now` for countdowns, `Date.now` for ages. `everyMs` is how long what is
 * shown may stay behind; what counts in minutes need not be read each second.
 */
export function createTick(
  clock: () => number,
  everyMs: (now: number) => number = () => second,
): Accessor<number> {
  const [now, setNow] = createSignal(clock());
  const beatMs = createMemo(() => everyMs(now()));
  createEffect(() => {
    const beat = beatMs();
    const read = (): void => void setNow(clock());
    // The clock stood still while another beat was waited for.
    untrack(read);
    onCleanup(subscribe({ everyMs: beat, read }));
  });
  return now;
}

interface Listener {
  readonly everyMs: number;
  readonly read: () => void;
}

/** One timer for the whole window: it runs only while somebody listens and somebody can see it. */
const dueAt = new Map<Listener, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

function subscribe(listener: Listener): () => void {
  if (dueAt.size === 0) document.addEventListener('visibilitychange', catchUp);
  dueAt.set(listener, nextBeat(listener, performance.now()));
  arm();
  return () => {
    dueAt.delete(listener);
    if (dueAt.size > 0) return;
    document.removeEventListener('visibilitychange', catchUp);
    clearTimeout(timer);
    timer = undefined;
  };
}

/** Beats of one length fall together, so that many countdowns wake the page once. */
const nextBeat = ({ everyMs }: Listener, now: number): number =>
  (Math.floor(now / everyMs) + 1) * everyMs;

function arm(): void {
  clearTimeout(timer);
  timer = undefined;
  if (document.hidden || dueAt.size === 0) return;
  timer = setTimeout(beat, Math.max(0, Math.min(...dueAt.values()) - performance.now()));
}

function beat(): void {
  const now = performance.now();
  for (const [listener, at] of [...dueAt]) {
    // A timer may come a moment early.
    if (at > now + 1 || !dueAt.has(listener)) continue;
    dueAt.set(listener, nextBeat(listener, Math.max(now, at)));
    listener.read();
  }
  arm();
}

/** A window that was hidden shows what is true now, not what was when it went. */
function catchUp(): void {
  if (!document.hidden) for (const listener of dueAt.keys()) dueAt.set(listener, 0);
  beat();
}
