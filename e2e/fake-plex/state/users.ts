import type { JsonObject } from '../http/wire.ts';

/** One person of the fake. */
export interface FakeUser {
  /** How tests and the control routes call this user; for most it is the user name too. */
  readonly name: string;
  readonly id: number;
  readonly uuid: string;
  /** Empty for a managed Home user. */
  readonly username: string;
  readonly title: string;
  /** Empty for a managed Home user. */
  readonly email: string;
  /** Null when the account was made with somebody else's sign-in, and for managed users. */
  readonly password: string | null;
  /** Null when the account has no two-factor sign-in. */
  readonly verificationCode: string | null;
  /** The account signs in with its e-mail address only, never with its user name. */
  readonly emailOnly: boolean;
  /** Four digits asked for when switching to this Home user; null for none. */
  readonly homePin: string | null;
  /** The rest of the account record, as `GET /api/v2/user` tells it. */
  readonly record: JsonObject;
}

/** A Plex Home, by the names of its users. */
export interface FakeHome {
  readonly id: number;
  readonly name: string;
  readonly admin: string;
  readonly guest: string | null;
  readonly members: readonly string[];
}
