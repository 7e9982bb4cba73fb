import { describe, expect, test } from 'vitest';
import { abortError } from './abort-error.ts';

describe('why an operation was aborted', () => {
  test('is what its caller said', () => {
    expect(abortError(AbortSignal.abort({ code: 'account.notFound' }))).toEqual({
      code: 'account.notFound',
    });
  });

  test.each([
    undefined,
    'text',
    null,
    { code: 20 },
    Object.assign(new Error('aborted'), { code: 'ABORT_ERR' }),
  ])('counts as a cancelled sign-in when the caller said %s', (reason) => {
    expect(abortError(AbortSignal.abort(reason))).toEqual({ code: 'signIn.cancelled' });
  });
});
