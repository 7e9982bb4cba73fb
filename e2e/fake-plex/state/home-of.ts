import type { FakeHome } from './fake-home.ts';
import type { FakeUser } from './fake-user.ts';
import type { World } from './world.ts';

/** The Home this user is in; undefined for who is in none. */
export function homeOf(user: FakeUser, world: World): FakeHome | undefined {
  return world.homes.find(({ members }) => members.includes(user.name));
}
