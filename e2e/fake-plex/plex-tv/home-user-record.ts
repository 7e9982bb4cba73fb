import type { JsonObject } from '../http/json-object.ts';
import type { FakeUser } from '../state/fake-user.ts';
import { homeOf } from '../state/home-of.ts';
import type { World } from '../state/world.ts';
import { thumbOf } from './thumb-of.ts';

/** A member of a Plex Home (fields after captures in andrey-yantsen/plex-api.rs; `protected` means behind a PIN). */
export function homeUserRecord(user: FakeUser, world: World): JsonObject {
  return {
    id: user.id,
    uuid: user.uuid,
    title: user.title,
    username: user.username === '' ? null : user.username,
    email: user.email === '' ? null : user.email,
    friendlyName: user.record['friendlyName'] ?? null,
    thumb: thumbOf(user, world),
    hasPassword: user.password !== null,
    restricted: user.record['restricted'] === undefined ? false : user.record['restricted'],
    restrictionProfile: user.record['restrictionProfile'] ?? null,
    updatedAt: 1_760_000_000,
    admin: user.name === homeOf(user, world)?.admin,
    guest: user.record['guest'] ?? false,
    protected: user.homePin !== null,
  };
}
