import type { AccountId, EpochMs } from './ids.ts';

/** The Plex Home that an account is in, as Plex just told it. */
export interface PlexHome {
  readonly accountId: AccountId;
  readonly askedAt: EpochMs;
  readonly name: string | null;
  /** In Plex's order. An account in no Home sees itself. */
  readonly members: readonly HomeMember[];
}

export interface HomeMember {
  /** Plex's own id of the user. */
  readonly uuid: string;
  /** What people see: Plex's title, else the user name, else the e-mail, else the uuid. */
  readonly title: string;
  /** Empty for a managed user. */
  readonly username: string;
  /** A path the page may show as an image, or null when Plex names no picture. */
  readonly avatarPath: string | null;
  readonly kind: HomeMemberKind;
  /** `little_kid`, `older_kid`, `teen`, or one that is new; null when there is none. */
  readonly restrictionProfile: string | null;
  /** Behind a PIN. */
  readonly isProtected: boolean;
  /** The account that the Home was asked for with. */
  readonly isSelf: boolean;
}

/** `managed` has no sign-in of its own; `account` has one, and was invited to the Home. */
export type HomeMemberKind = 'admin' | 'account' | 'managed' | 'guest';

/** What a switch has brought: the entry that holds the Home user's token. */
export interface SwitchedHomeUser {
  readonly accountId: AccountId;
  readonly title: string;
  readonly wasReplaced: boolean;
}
