import type { FakeUser } from '../state/fake-user.ts';
import { homeOf } from '../state/home-of.ts';
import type { World } from '../state/world.ts';

/** The users of the Home this user is in; somebody in no Home sees only themselves. */
export function membersSeenBy(user: FakeUser, world: World): readonly FakeUser[] {
  const home = homeOf(user, world);
  return home === undefined
    ? [user]
    : world.users.filter(({ name }) => home.members.includes(name));
}
