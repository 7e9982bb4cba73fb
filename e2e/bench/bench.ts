/** Something that Usher promises about time, memory or size, measured. */
export interface Bench {
  readonly name: string;
  /** How often each thing is measured, unless whoever runs it wants it otherwise. */
  readonly rounds: number;
  /** What is measured, and against what, in a sentence. */
  readonly about: (rounds: number) => string;
  /** It takes so long that it runs only where it is named. */
  readonly isLong?: true;
  run(rounds: number): Promise<readonly Measure[]>;
}

export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** The most it may be: a bench fails above it. Null where there is none. */
  readonly limit: number | null;
  /** The most it is to be one day; a bench tells how far that is. */
  readonly goal?: number;
}

/** `^` is an exponent: 1 where ten times as many cost ten times as much; `% of a core` is of one core's time. */
export type Unit = 'ms' | '×' | 'KB' | 'MB' | '^' | '% of a core';

export const told = (what: string, value: number, unit: Unit): Measure => ({
  ...{ what, value, unit },
  limit: null,
});

export const aimed = (what: string, value: number, unit: Unit, goal: number): Measure => ({
  ...{ what, value, unit, goal },
  limit: null,
});
