import type { JsonObject } from './http/wire.ts';
import type { FakeClock } from './state/fake-clock.ts';
import type { FaultList } from './state/fault-list.ts';
import type { ClientIdentity } from './state/identity.ts';
import type { MediaServer } from './state/media-server.ts';
import type { PinBook } from './state/pin-book.ts';
import type { AttemptCounter, RequestLog } from './state/request-log.ts';
import type { SecretLedger } from './state/secret-ledger.ts';
import type { DeviceAges, FakeDevice, SessionBook } from './state/session-book.ts';
import type { Settings } from './state/settings.ts';
import type { FakeUser } from './state/users.ts';

/** A running fake. */
export interface FakePlex {
  /** Where plex.tv, clients.plex.tv and app.plex.tv are: `http://127.0.0.1:port`. */
  readonly baseUrl: string;
  readonly users: readonly FakeUser[];
  readonly servers: readonly MediaServer[];
  readonly faults: FaultList;
  readonly requests: RequestLog;
  readonly clock: FakeClock;
  /** May be changed while the fake runs. */
  readonly settings: Settings;
  readonly secrets: SecretLedger;
  readonly sessions: SessionBook;
  readonly pins: PinBook;
  readonly signInFailures: AttemptCounter;
  /** Throws for a name nobody has: a mistake in the test. */
  user(name: string): FakeUser;
  /** Throws for a name no server has: a mistake in the test. */
  server(name: string): MediaServer;
  /** An account token, as if this client had signed in as this user. */
  grantToken(userName: string, client?: Partial<ClientIdentity>): string;
  /** The same as a JWT, which ends after seven days. */
  grantJwt(userName: string, client?: Partial<ClientIdentity>): string;
  /** An entry of a user's Authorized Devices, of a client that never asks anything. */
  addDevice(userName: string, client?: Partial<ClientIdentity>, ages?: DeviceAges): FakeDevice;
  /** Approves a PIN as the person in the browser would; false when no open PIN has this code. */
  approvePin(code: string, userName: string): boolean;
  /** Empties a user's Authorized Devices; their tokens end with them. */
  removeDevices(userName: string): void;
  /** Ends every token of a user, those for servers too. */
  revokeAll(userName: string): void;
  stop(): Promise<void>;
}

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
