/** The answer of an operation that failed so. */
export const failedWith = (code: string, more: object = {}): object => ({
  ok: false,
  error: { code, ...more },
});
