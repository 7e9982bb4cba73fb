import type { FakeUser } from '../state/fake-user.ts';
import type { World } from '../state/world.ts';

/** The users of the Home this user is in; somebody in no Home sees only themselves. */
export function membersSeenBy(user: FakeUser, world: World): readonly FakeUser[] {
  return world.home.members.includes(user.name)
    ? world.users.filter(({ name }) => world.home.members.includes(name))
    : [user];
}
