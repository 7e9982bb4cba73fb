/** A Plex Home as Plex tells it, read and freed of secrets. Of a member only `uuid` is sure to be there. */
export interface WireHome {
  readonly name: string | null;
  readonly members: readonly WireHomeMember[];
}

export interface WireHomeMember {
  readonly uuid: string;
  readonly title: string | null;
  readonly friendlyName: string | null;
  /** Null for a managed user, as is `email`. */
  readonly username: string | null;
  readonly email: string | null;
  /** Address of the avatar. */
  readonly thumb: string | null;
  readonly hasPassword: boolean | null;
  readonly isAdmin: boolean | null;
  readonly isGuest: boolean | null;
  readonly isRestricted: boolean | null;
  /** `little_kid`, `older_kid`, `teen`, or one that is new. */
  readonly restrictionProfile: string | null;
  /** Whether there is a PIN. */
  readonly isProtected: boolean | null;
}
