import type { VaultUnavailableReason } from '../errors.ts';

/** What is known of the OS keychain. */
export type VaultState =
  /** Not asked yet: the keychain is left alone until it is needed. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unavailable'; readonly reason: VaultUnavailableReason }
  /** It did not answer within its limit. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'failing' }
  /** The person chose to go on without a keychain: secrets in memory, gone when Usher quits. */
  | { readonly kind: 'sessionOnly' };

/** The keychain's own activity, told once a call takes longer than a second: most likely it waits for the person. */
export interface VaultActivity {
  readonly isWaiting: boolean;
}
