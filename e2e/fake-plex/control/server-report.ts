import type { JsonObject } from '../http/json-object.ts';
import type { MediaServer } from '../media-server/media-server.ts';

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
