import type { AppError } from '../../shared/app-error.ts';
import type { AttemptId } from '../../shared/model/ids.ts';
import type { SignInState } from '../../shared/model/sign-in.ts';

/**
 * One sign-in attempt. Whatever arrives after `signal` is aborted changes nothing: `show` is deaf by then.
 */
export interface Attempt {
  readonly id: AttemptId;
  readonly signal: AbortSignal;
  /** Sets what the page sees; a function, since remaining times are told as of the moment of telling. */
  show(state: () => SignInState): void;
}

export const cancelled: AppError = { code: 'signIn.cancelled' };
