import type { ServerId } from './ids.ts';
import type { TokenForm } from './token-form.ts';

/** What a person has chosen. Kept in the profile; none of it is secret. */
export interface Settings {
  /** Tells plex.tv once a day that each account token is in use: those that lie idle die after weeks. */
  readonly isKeepAliveOn: boolean;
  /** Whether the system's notifications tell of a token that fails. */
  readonly isNotifying: boolean;
  /** Whether a transient token that turns out to be dead when it is copied is minted anew at once. */
  readonly isMintingAnew: boolean;
  /** The form a token was copied in last. */
  readonly tokenForm: TokenForm;
  /** Servers that a token may be sent to without encryption. */
  readonly insecureServerIds: readonly ServerId[];
}

export const defaultSettings: Settings = {
  isKeepAliveOn: true,
  isNotifying: true,
  isMintingAnew: false,
  tokenForm: 'raw',
  insecureServerIds: [],
};
