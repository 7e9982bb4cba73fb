import type { FakeClock } from './fake-clock.ts';

/** Counts what happened lately, by key. */
export class AttemptCounter {
  readonly #clock: FakeClock;
  readonly #times = new Map<string, readonly number[]>();

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  add(key: string): void {
    this.#times.set(key, [...(this.#times.get(key) ?? []), this.#clock.now()]);
  }

  /** How many within the last seconds. */
  within(key: string, seconds: number): number {
    const since = this.#clock.now() - seconds * 1000;
    return (this.#times.get(key) ?? []).filter((time) => time > since).length;
  }

  forget(key: string): void {
    this.#times.delete(key);
  }

  forgetAll(): void {
    this.#times.clear();
  }
}
