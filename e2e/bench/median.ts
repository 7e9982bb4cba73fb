/** NaN of nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = sort(values);
  const middle = (sorted.length - 1) / 2;
  const [low = NaN, high = NaN] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return (low + high) / 2;
};

/** What 95 of 100 are no more than; NaN of nothing. */
export const p95 = (values: readonly number[]): number =>
  sort(values)[Math.ceil(values.length * 0.95) - 1] ?? NaN;

const sort = (values: readonly number[]): readonly number[] =>
  [...values].sort((one, other) => one - other);
