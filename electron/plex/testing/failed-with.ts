import { expect } from 'vitest';

/** The answer of an operation that failed so, whatever the answerer's own words on it are. */
export const failedWith = (code: string, more: object = {}): object => ({
  ok: false,
  error: expect.objectContaining({ code, ...more }) as unknown,
});
