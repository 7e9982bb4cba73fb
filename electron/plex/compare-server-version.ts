/**
 * Compares the first three numbers of two server versions (`1.43.0.1-abcdef012`): below zero when the left one is
 * older. Null when either has no such form, and nothing can be said.
 */
export const compareServerVersion = (left: string, right: string): number | null => {
  const leftNumbers = parse(left);
  const rightNumbers = parse(right);
  if (leftNumbers === null || rightNumbers === null) return null;
  const differences = leftNumbers.map((number, index) => number - (rightNumbers[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
};

const parse = (version: string): readonly number[] | null => {
  const match = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[.-]|$)/.exec(version.trim());
  return match === null ? null : match.slice(1).map(Number);
};
