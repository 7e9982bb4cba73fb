import type { Json } from '../http/json.ts';
import type { FakeUser } from '../state/fake-user.ts';
import type { World } from '../state/world.ts';

/** The address of a user's picture; null for one whose record says so. */
export function thumbOf(user: FakeUser, world: World): Json {
  return user.record['thumb'] === undefined
    ? `${world.baseUrl}/users/${user.uuid}/avatar?c=${String(user.id % 100_000)}`
    : user.record['thumb'];
}
