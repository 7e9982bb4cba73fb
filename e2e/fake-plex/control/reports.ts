import type { JsonObject } from '../http/wire.ts';
import type { MediaServer } from '../state/media-server.ts';
import type { FakeUser } from '../state/users.ts';
import type { World } from '../state/world.ts';

/** What the fake is like now, for people and for tests in another process. */
export function stateReport(world: World): JsonObject {
  return {
    baseUrl: world.baseUrl,
    now: world.clock.now(),
    clockOffsetMs: world.clock.offsetMs,
    settings: { ...world.settings },
    users: world.users.map((user) => userReport(user, world)),
    servers: world.servers.map(serverReport),
    pins: world.pins.list().map((pin) => ({
      id: pin.id,
      code: pin.code,
      strong: pin.strong,
      clientIdentifier: pin.identity.clientIdentifier,
      product: pin.identity.product,
      expiresAt: pin.expiresAt,
      expired: world.pins.isExpired(pin),
      approved: pin.authToken !== null,
    })),
    faults: world.faults.list().map(({ id, fault, struck }) => ({
      id,
      struck,
      match: { ...fault.match },
      times: fault.times ?? null,
      action: Object.keys(fault.action),
    })),
    requests: world.requests.list().length,
  };
}

function userReport(user: FakeUser, world: World): JsonObject {
  return {
    name: user.name,
    id: user.id,
    uuid: user.uuid,
    tokens: world.sessions
      .sessions()
      .filter((session) => session.user === user)
      .map(({ token }) => token),
    devices: world.sessions.devicesOf(user).map(({ id, identity }) => ({
      id,
      clientIdentifier: identity.clientIdentifier,
      product: identity.product,
      name: identity.deviceName,
    })),
  };
}

/** A media server in a sentence of JSON. */
export function serverReport(server: MediaServer): JsonObject {
  return {
    name: server.name,
    url: server.url,
    machineIdentifier: server.machineIdentifier,
    onlineToken: server.onlineToken,
    version: server.version,
    owner: server.owner.name,
    sharedWith: server.guests.map(({ name }) => name),
    running: server.running,
    settings: { ...server.settings },
  };
}
