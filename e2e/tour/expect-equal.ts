/** Fails the step when the two differ. Says nothing of them: they are secrets as often as not. */
export function expectEqual(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what} is not what it should be.`);
}
