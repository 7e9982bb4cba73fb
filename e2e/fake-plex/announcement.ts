import type { FakePlex } from './fake-plex.ts';
import type { JsonObject } from './http/json-object.ts';

/** What a person or a test needs to use a running fake, all of it invented. */
export function announcement(fake: FakePlex): JsonObject {
  return {
    baseUrl: fake.baseUrl,
    servers: fake.servers.map((server) => ({
      name: server.name,
      url: server.running ? server.url : null,
      machineIdentifier: server.machineIdentifier,
      version: server.version,
      owner: server.owner.name,
    })),
    users: fake.users.map((user) => ({
      name: user.name,
      username: user.username,
      email: user.email,
      password: user.password,
      verificationCode: user.verificationCode,
      emailOnly: user.emailOnly,
      homePin: user.homePin,
    })),
  };
}
