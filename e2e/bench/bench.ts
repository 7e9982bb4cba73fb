/** Something that Usher promises about time, memory or size, measured. */
export interface Bench {
  readonly name: string;
  /** How often each thing is measured, unless whoever runs it wants it otherwise. */
  readonly rounds: number;
  /** What is measured, and against what, in a sentence. */
  readonly about: (rounds: number) => string;
  run(rounds: number): Promise<readonly Measure[]>;
}

export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** The most it may be; null where it is only told. */
  readonly limit: number | null;
}

/** `^` is an exponent: 1 where ten times as many cost ten times as much; `% of a core` is of one core's time. */
export type Unit = 'ms' | '×' | 'KB' | 'MB' | '^' | '% of a core';

export const told = (what: string, value: number, unit: Unit): Measure => ({
  ...{ what, value, unit },
  limit: null,
});

export const limited = (what: string, value: number, unit: Unit, limit: number): Measure => ({
  ...{ what, value, unit, limit },
});
