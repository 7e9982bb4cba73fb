import type { EpochMs } from '../../shared/model/ids.ts';
import type { Clock } from '../ports.ts';

/**
 * The time by plex.tv, run on by the monotonic clock: what lives for so many hours ends when those have passed, whatever
 * is done to this computer's clock or its time zone.
 */
export interface ServerTime {
  /** Until plex.tv has told the time, this computer's own, as it was at the start. */
  now(): EpochMs;
  /** Whether plex.tv has told the time in this run. */
  isSynced(): boolean;
  /** Milliseconds from an arbitrary start; never goes back, and counts the sleep of the computer. */
  elapsedMs(): number;
  /** An instant of this time as this computer's clock would call it now: for showing. */
  toLocal(atMs: EpochMs): EpochMs;
  /** Takes the `Date` of an answer that took `roundTripMs` from question to end. */
  sync(serverDateMs: number, roundTripMs: number): void;
  /** The computer goes to sleep: a monotonic clock may stand still meanwhile. */
  suspend(): void;
  resume(): void;
  /** Calls back whenever the time had to be put right. */
  onMoved(listener: () => void): void;
}

/** A `Date` header has whole seconds (https://www.rfc-editor.org/rfc/rfc9110#field.date). */
const resolutionMs = 1000;

interface Reading {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

export function createServerTime(clock: Clock): ServerTime {
  let isSynced = false;
  let sleptMs = 0;
  let beforeSleep: Reading | null = null;
  const listeners = new Set<() => void>();

  const elapsedMs = (): number => clock.monotonicMs() + sleptMs;
  let anchor = { serverMs: clock.now(), elapsedMs: elapsedMs() };
  const now = (): EpochMs => Math.round(anchor.serverMs + elapsedMs() - anchor.elapsedMs);
  const notifyMoved = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    now,
    isSynced: () => isSynced,
    elapsedMs,
    toLocal: (atMs) => atMs + Math.round(clock.now()) - now(),
    sync: (serverDateMs, roundTripMs) => {
      const latestMs = serverDateMs + resolutionMs + roundTripMs;
      const isRight = now() >= serverDateMs && now() <= latestMs;
      const isNews = !isSynced;
      isSynced = true;
      // What is right as far as the header can tell is left alone: a countdown must not hop with each answer.
      if (isRight && !isNews) return;
      if (!isRight) anchor = { serverMs: (serverDateMs + latestMs) / 2, elapsedMs: elapsedMs() };
      notifyMoved();
    },
    suspend: () => {
      beforeSleep = { wallMs: clock.now(), monotonicMs: clock.monotonicMs() };
    },
    resume: () => {
      if (beforeSleep === null) return;
      const wallMs = clock.now() - beforeSleep.wallMs;
      const monotonicMs = clock.monotonicMs() - beforeSleep.monotonicMs;
      beforeSleep = null;
      sleptMs += Math.max(0, wallMs - monotonicMs);
      notifyMoved();
    },
    onMoved: (listener) => void listeners.add(listener),
  };
}
