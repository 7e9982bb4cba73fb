import { collectSecrets, redactRecord } from '../secrets/redact-record.ts';
import { readField, readFlag, readList, readText } from './loose.ts';

/** A Plex Home as Plex describes it, freed of secrets. Of a member, only `uuid` is guaranteed. */
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
  /** URL of the avatar. */
  readonly thumb: string | null;
  readonly hasPassword: boolean | null;
  readonly isAdmin: boolean | null;
  readonly isGuest: boolean | null;
  readonly isRestricted: boolean | null;
  /** `little_kid`, `older_kid`, `teen`, or an unknown one. */
  readonly restrictionProfile: string | null;
  /** Whether the user has a PIN. */
  readonly isProtected: boolean | null;
}

/**
 * The Home in a response of `GET /api/v2/home/users`, from JSON or XML, or v1's `MediaContainer` of `User`s. Null if it is
 * not a list of users. Members without a uuid are left out: no call could name them.
 */
export const readHome = (body: unknown): WireHome | null => {
  // SECURITY: read from the redacted response, so that no secret (a member's `pin` is one) gets into a field.
  const data = redactRecord(body, collectSecrets(body));
  const home = readField(data, 'MediaContainer') ?? readField(data, 'home') ?? data;
  const users = usersOf(home);
  if (users === null) return null;
  const members = new Map<string, WireHomeMember>();
  for (const user of users) {
    const member = readMember(user);
    if (member !== null && !members.has(member.uuid)) members.set(member.uuid, member);
  }
  // The caller is always in the list: if no user could be read, that isn't an empty Home.
  if (members.size === 0 && users.length > 0) return null;
  const name = readText(readField(home, 'name'));
  return { name, members: [...members.values()] };
};

const usersOf = (home: unknown): readonly unknown[] | null => {
  if (Array.isArray(home)) return readList(home);
  for (const name of ['users', 'User', 'user']) {
    const users = readField(home, name);
    if (users !== undefined) return readList(readField(users, 'user') ?? users);
  }
  return null;
};

const readMember = (user: unknown): WireHomeMember | null => {
  const text = (name: string): string | null => readText(readField(user, name));
  const flag = (name: string): boolean | null => readFlag(readField(user, name));
  const uuid = text('uuid');
  if (uuid === null) return null;
  return {
    uuid,
    title: text('title'),
    friendlyName: text('friendlyName'),
    username: text('username'),
    email: text('email'),
    thumb: text('thumb'),
    hasPassword: flag('hasPassword'),
    isAdmin: flag('admin'),
    isGuest: flag('guest'),
    isRestricted: flag('restricted'),
    restrictionProfile: text('restrictionProfile'),
    isProtected: flag('protected'),
  };
};
