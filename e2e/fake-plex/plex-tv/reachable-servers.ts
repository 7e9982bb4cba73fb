import type { MediaServer } from '../media-server/media-server.ts';
import type { FakeUser } from '../state/fake-user.ts';
import type { World } from '../state/world.ts';

/** The servers plex.tv lists for a user: owned and shared, running or not. */
export function reachableServers(user: FakeUser, world: World): readonly MediaServer[] {
  return [...world.servers, ...world.crowd].filter(
    (server) => server.settings.listed && server.accessTokenOf(user) !== undefined,
  );
}
