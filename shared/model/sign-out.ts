import type { AppError } from '../errors.ts';
import type { AccountId, EpochMs } from './ids.ts';
import type { SecretStorage } from './token.ts';

/** One of the things that prove a sign-out. */
export type Tick =
  | { readonly state: 'pending' }
  | { readonly state: 'running' }
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly error: AppError };

export interface SignOutTicks {
  /** Plex said that the token is revoked, or that it was no longer good anyway. */
  readonly revoked: Tick;
  /** Asked with the token once more, Plex clearly rejected it: only this proves that it has ended. */
  readonly rejected: Tick;
  /** The token is gone from where it was kept, which was looked at, and from the list. */
  readonly removed: Tick;
}

/** A sign-out that is not over. */
export interface SignOutProgress {
  readonly accountId: AccountId;
  readonly title: string;
  readonly storage: SecretStorage;
  readonly askedAt: EpochMs;
  /** Whether the account is off the list and Usher tries again by itself; its token is used for nothing else. */
  readonly isPutOff: boolean;
  /** `failed`: the account is still here, and the person decides. `waiting`: put off, until the next try. */
  readonly phase: 'running' | 'failed' | 'waiting';
  readonly ticks: SignOutTicks;
}
