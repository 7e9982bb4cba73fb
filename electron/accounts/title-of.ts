import type { WireAccount } from '../plex/wire/account.ts';

/** What people see of an account: Plex's title, else the user name, the e-mail, the uuid. */
export function titleOf(
  account: Pick<WireAccount, 'title' | 'username' | 'email' | 'friendlyName' | 'uuid'>,
): string {
  const named = [account.title, account.friendlyName, account.username, account.email];
  return named.find((name) => name !== null && name.trim() !== '') ?? account.uuid;
}
