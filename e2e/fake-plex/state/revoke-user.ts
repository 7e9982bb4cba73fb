import type { FakeUser } from './fake-user.ts';
import type { World } from './world.ts';

/**
 * Ends every token of a user: what a password change with "Sign out connected devices" does, which ends the tokens
 * for their servers too (https://support.plex.tv/articles/204281528/). Servers give new ones at the next sign-in.
 */
export function revokeUser(user: FakeUser, world: World): void {
  world.sessions.revokeAll(user);
  for (const server of world.servers) {
    if (server.accessTokenOf(user) !== undefined) server.renewAccessToken(user);
  }
}
