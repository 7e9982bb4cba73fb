import type { EpochMs, NoticeId } from './ids.ts';
import type { RejectionCause } from '../errors.ts';

/** Something that happened without the person asking, kept until dismissed. */
export type Notice = { readonly id: NoticeId; readonly at: EpochMs } & (
  | {
      /** The index in the profile could not be read. The bad file was kept beside it. */
      readonly kind: 'profileRebuilt';
      readonly from: 'backup' | 'nothing';
      /** Null when there was no file any more, only its backup. */
      readonly keptAs: string | null;
    }
  /** The index was written by a later Usher; it is left alone and nothing is saved. */
  | { readonly kind: 'profileTooNew' }
  /** A sign-in approved while Usher was closed (or closing) was finished. */
  | { readonly kind: 'signInResumed'; readonly accountTitle: string }
  /** A sign-in was given up, and its new token could not be revoked at Plex. Null: Plex did not tell whose it is. */
  | { readonly kind: 'newTokenLeft'; readonly title: string | null }
  /** A sign-out that had waited for Plex is finished. `isProved`: Plex rejected the token when asked with it once more. */
  | { readonly kind: 'signOutFinished'; readonly title: string; readonly isProved: boolean }
  /** A sign-out that waited for Plex ended without it: the token was not in the keychain any more. */
  | { readonly kind: 'signOutTokenLost'; readonly title: string }
  /** A transient token was dead when it was to be copied, and a new one was minted and copied in its place. */
  | {
      readonly kind: 'mintedAnew';
      readonly serverName: string;
      readonly because: RejectionCause | 'expired';
    }
  /** A removal cut short by a crash was finished. */
  | { readonly kind: 'removalFinished'; readonly title: string }
  /** A sign-out cut short by a crash could not be finished, since Plex could not be asked: the account stays. */
  | { readonly kind: 'signOutCutShort'; readonly title: string }
  /** A mistake in Usher came up that no request could be told of. The log has it under the reference. */
  | { readonly kind: 'bug'; readonly reference: string }
  /** Secrets that something cut short had left in the keychain were deleted. */
  | { readonly kind: 'leftoversRemoved'; readonly count: number }
);
