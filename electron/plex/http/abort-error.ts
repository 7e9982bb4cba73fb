import type { AppError } from '../../../shared/errors.ts';

/** The error a caller aborted with: whoever ends an operation says what its answer is. */
export const abortError = (signal: AbortSignal): AppError => {
  const reason: unknown = signal.reason;
  return isAppError(reason) ? reason : { code: 'signIn.cancelled' };
};

// The platform aborts with an Error (DOMException); an AppError is plain data with a code in words.
const isAppError = (reason: unknown): reason is AppError =>
  typeof reason === 'object' &&
  reason !== null &&
  !(reason instanceof Error) &&
  'code' in reason &&
  typeof reason.code === 'string';
