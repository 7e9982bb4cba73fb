import type { AppError } from '../../shared/errors.ts';
import type { AccountId, AttemptId } from '../../shared/model/ids.ts';
import type { SignInPhase } from '../../shared/model/sign-in.ts';

/**
 * One sign-in attempt. Whatever arrives after `signal` is aborted changes nothing: `show` is deaf by then.
 */
export interface Attempt {
  readonly id: AttemptId;
  readonly signal: AbortSignal;
  /** Who is to sign in again; null when anybody may. */
  readonly expected: ExpectedUser | null;
  /** Sets what the page sees; a function, since remaining times are told as of the moment of telling. */
  show(state: () => SignInPhase): void;
}

export interface ExpectedUser {
  readonly accountId: AccountId;
  /** Plex's own id of the user. */
  readonly uuid: string;
}

export const cancelled: AppError = { code: 'signIn.cancelled' };
