/** The fake's own clock: it runs with the machine's, plus what tests have moved it. */
export class FakeClock {
  readonly #base: () => number;
  #offsetMs = 0;

  constructor(base: () => number = Date.now) {
    this.#base = base;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#base() + this.#offsetMs;
  }

  /** Whole seconds since the epoch. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Moves the clock; a negative amount turns it back. */
  advance(milliseconds: number): void {
    this.#offsetMs += milliseconds;
  }
}
