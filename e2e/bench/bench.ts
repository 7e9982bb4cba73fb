/** Something that Usher promises about time, measured. */
export interface Bench {
  readonly name: string;
  /** What is measured, and against what, in a sentence. */
  readonly about: string;
  run(): Promise<readonly Measure[]>;
}

export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | '×';
  /** The most it may be; null where it is only told. */
  readonly limit: number | null;
}
