import type { AccountId, EpochMs } from './ids.ts';
import type { MaskedToken, SecretStorage } from './token.ts';
import type { Verdict } from './verdict.ts';

/** One row of the sidebar. */
export interface AccountSummary {
  readonly id: AccountId;
  /** Plex's own id of the user. */
  readonly uuid: string;
  readonly username: string;
  /** What people see: Plex's title, else the user name, else the e-mail, else the uuid. */
  readonly title: string;
  readonly email: string;
  /** A path the page may show as an image, or null when there is none (yet). */
  readonly avatarPath: string | null;
  readonly hasPlexPass: boolean | null;
  readonly token: MaskedToken;
  /** When the token says that it ends (a JWT); null where it does not say, as classic ones do not. */
  readonly tokenEnd: { readonly at: EpochMs; readonly remainingMs: number } | null;
  readonly storage: SecretStorage;
  readonly verdict: Verdict;
  readonly addedAt: EpochMs;
  /** When the present token was got. */
  readonly signedInAt: EpochMs;
  /** What the person wrote about it; empty when nothing. */
  readonly note: string;
  readonly status: 'ready' | 'signingOut';
  /**
   * The account this Home user was switched to from, which it stands below; null for an account that signed in itself.
   * That account may be gone.
   */
  readonly homeOf: AccountId | null;
}
