/** Whether a server version (`major.minor.patch.build-hash`) is not newer than the limit, number by number. */
export function versionAtMost(version: string, limit: readonly number[]): boolean {
  const numbers = (version.split('-')[0] ?? '').split('.').map(Number);
  for (const [index, bound] of limit.entries()) {
    const number = numbers[index] ?? 0;
    if (number !== bound) return number < bound;
  }
  return true;
}
