import type { AppError, AppErrorCode } from '../errors.ts';
import type { AccountId, AppTokenId, AttemptId, DestinationId } from './ids.ts';

/**
 * The one sign-in attempt there can be at a time. Main owns it; a new one replaces (cancels) the last.
 * `remainingMs` counts from the moment this was sent.
 */
export type SignInState = SignInPhase & {
  /** The account whose token this is to replace; absent when it is to add one. */
  readonly forAccountId?: AccountId;
};

export type SignInPhase =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'browser'; readonly attemptId: AttemptId } & PinPhase<{
      /** The page opened in the system browser; can be copied when no browser opened. Holds no token. */
      readonly authUrl: string;
      readonly browserOpened: boolean;
    }>)
  | ({ readonly kind: 'code'; readonly attemptId: AttemptId } & PinPhase<{
      /** Four characters to type at linkUrl. */
      readonly code: string;
      /** Where to type it, without the code: short enough to read out. */
      readonly linkUrl: string;
      /** The same page with the code filled in, for the QR code. */
      readonly prefilledUrl: string;
      readonly qr: QrMatrix;
      /** How often an unused code ran out and was replaced. */
      readonly renewalCount: number;
    }>)
  | {
      readonly kind: 'password';
      readonly attemptId: AttemptId;
      readonly phase: 'submitting' | 'codeRequired' | 'failed';
      /** Set in `failed`, and in `codeRequired` once a wrong code was sent. */
      readonly error: AppError | null;
    }
  /**
   * Somebody else signed in than the account this was for. Nothing is replaced: the new token is held in memory until the
   * person says whether to add that user (`signIn.addOther`) or to do without (`signIn.discardOther`).
   */
  | {
      readonly kind: 'otherUser';
      readonly attemptId: AttemptId;
      readonly user: OtherUser;
      readonly phase: 'asking' | 'revoking';
      /** Why the new token could not be revoked at the last try. */
      readonly error: AppError | null;
    }
  /** Stays until the next attempt: there is nothing to put away. */
  | { readonly kind: 'done'; readonly accountId: AccountId; readonly wasReplaced: boolean };

export interface OtherUser {
  readonly title: string;
  readonly username: string;
  readonly email: string;
  /** Signed in here already, and has the new token: Plex may accept the old one no more. There is nothing to decide. */
  readonly isHere: boolean;
}

type PinPhase<Waiting> =
  | { readonly phase: 'starting' }
  | ({
      readonly phase: 'waiting';
      readonly remainingMs: number;
      /** Why the last question to Plex had no answer; waiting goes on. */
      readonly trouble: AppError | null;
    } & Waiting)
  /** Approved; the token is being stored and the account read. */
  | { readonly phase: 'finishing' }
  | { readonly phase: 'failed'; readonly error: AppError };

/** Rows of dark (true) and light modules, without the quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[];

/**
 * Accounts whose token Plex rejected, signed in again one after the other; empty when no run is on. Which of them are
 * repaired tells their verdict. Then the app tokens that were rejected with them.
 */
export interface RepairRun {
  /** In the order they are offered in. */
  readonly accountIds: readonly AccountId[];
  readonly skippedIds: readonly AccountId[];
  /** Of those that are made anew since the person wanted that, in this order. */
  readonly apps: readonly AppRepair[];
}

export interface AppRepair {
  readonly appTokenId: AppTokenId;
  readonly progress:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'working' }
    /** The new one is good; in these files it could not be written. */
    | { readonly kind: 'done'; readonly unwritten: readonly UnwrittenFile[] }
    | { readonly kind: 'failed'; readonly error: AppError };
}

export interface UnwrittenFile {
  readonly destinationId: DestinationId;
  readonly reason: AppErrorCode;
}
