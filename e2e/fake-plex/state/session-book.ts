import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { FakeClock } from './fake-clock.ts';
import type { ClientIdentity } from './identity.ts';
import type { SecretLedger } from './secret-ledger.ts';
import type { Settings } from './settings.ts';
import type { FakeUser } from './users.ts';

/**
 * The account tokens and the devices they belong to. One user has one device for each client identifier; a second
 * grant to the same device adds a token, and the older one goes on working, or ends: as the settings say.
 */
export class SessionBook {
  readonly #clock: FakeClock;
  readonly #secrets: SecretLedger;
  readonly #settings: Pick<Settings, 'oneTokenPerClient'>;
  readonly #devices = new Map<number, FakeDevice>();
  readonly #sessions = new Map<string, Session>();
  readonly #serverSessions = new Map<string, Session>();
  readonly #rewrittenServers = new Map<string, ClientIdentity>();
  readonly #dead = new Set<string>();
  readonly #signingKey = generateKeyPairSync('ed25519').privateKey;
  #lastDeviceId = 900_000;

  constructor(
    clock: FakeClock,
    secrets: SecretLedger,
    settings: Pick<Settings, 'oneTokenPerClient'>,
  ) {
    this.#clock = clock;
    this.#secrets = secrets;
    this.#settings = settings;
  }

  /** Grants a token to a client: makes its device entry, or brings the one it has up to date. */
  grant(
    user: FakeUser,
    identity: ClientIdentity,
    kind: 'accountToken' | 'deviceToken' = 'accountToken',
  ): Session {
    const known = this.devicesOf(user).find(
      ({ identity: { clientIdentifier } }) => clientIdentifier === identity.clientIdentifier,
    );
    if (this.#settings.oneTokenPerClient && known !== undefined) this.#endSessionsOf(known.id);
    const token = this.#secrets.issue(kind);
    const seconds = this.#clock.seconds();
    const device: FakeDevice = {
      id: known?.id ?? (this.#lastDeviceId += 1),
      user,
      identity,
      token,
      createdAt: known?.createdAt ?? seconds,
      lastSeenAt: seconds,
    };
    const session = { token, user, deviceId: device.id, expiresAt: null };
    this.#devices.set(device.id, device);
    this.#sessions.set(token, session);
    return session;
  }

  /** Puts a device in that was signed in, and last seen, some days ago. */
  addDevice(user: FakeUser, identity: ClientIdentity, ages: DeviceAges): FakeDevice {
    const { deviceId } = this.grant(user, identity, 'deviceToken');
    const device = this.#devices.get(deviceId);
    if (device === undefined) throw new Error('A device that was granted a token is not there.');
    const agedDays = (days: number): number => this.#clock.seconds() - days * 86_400;
    const aged = {
      ...device,
      createdAt: agedDays(ages.createdDaysAgo),
      lastSeenAt: agedDays(ages.seenDaysAgo),
    };
    this.#devices.set(deviceId, aged);
    return aged;
  }

  /**
   * Grants a JWT to a client. Its device keeps a classic token beside it, as the device list of plex.tv has been seen
   * to show (https://github.com/anthonycaccese/240-MP/issues/240).
   */
  grantJwt(user: FakeUser, identity: ClientIdentity): Session {
    const { deviceId } = this.grant(user, identity, 'deviceToken');
    const jwt = signJwt(user, identity.clientIdentifier, this.#clock.seconds(), this.#signingKey);
    const session = { user, deviceId, ...jwt };
    this.#secrets.record('jwt', jwt.token);
    this.#sessions.set(jwt.token, session);
    return session;
  }

  /** Goes on with a token that another fake has granted to a client; `expiresAt` as in `Session`. */
  adopt(user: FakeUser, identity: ClientIdentity, token: string, expiresAt: number | null): void {
    const { deviceId } = this.grant(user, identity, 'deviceToken');
    this.#secrets.record(expiresAt === null ? 'accountToken' : 'jwt', token);
    this.#sessions.set(token, { token, user, deviceId, expiresAt });
  }

  /**
   * The token a claimed media server is signed in with: `PlexOnlineToken` in its Preferences.xml, an account token of
   * its owner (https://support.plex.tv/articles/204059436-finding-an-authentication-token-x-plex-token/).
   */
  grantServer(owner: FakeUser): string {
    const token = this.#secrets.issue('deviceToken');
    this.#serverSessions.set(token, { token, user: owner, deviceId: 0, expiresAt: null });
    return token;
  }

  /** The session of a live token; being asked for counts as the device being seen. */
  find(token: string): Session | undefined {
    const session = this.#sessions.get(token) ?? this.#serverSessions.get(token);
    const device = session === undefined ? undefined : this.#devices.get(session.deviceId);
    if (device !== undefined) {
      this.#devices.set(device.id, { ...device, lastSeenAt: this.#clock.seconds() });
    }
    return session;
  }

  /**
   * What a request with this token said of who asks, which Plex writes over the entry of the device that the token was
   * issued to, whoever asks: a server whose own token an app used has been seen to be listed as that app, and to be
   * found no more (https://github.com/Kometa-Team/Kometa/issues/2894).
   */
  noteCaller(token: string, said: ClientIdentity): void {
    if (names.every((name) => said[name] === '')) return;
    const { deviceId } = this.#sessions.get(token) ?? {};
    const device = deviceId === undefined ? undefined : this.#devices.get(deviceId);
    if (device !== undefined) {
      this.#devices.set(device.id, { ...device, identity: rewritten(device.identity, said) });
    } else if (this.#serverSessions.has(token)) {
      this.#rewrittenServers.set(token, said);
    }
  }

  /** The app that a server is listed as since it has used the server's own token. */
  appInPlaceOfServer(token: string): ClientIdentity | undefined {
    return this.#rewrittenServers.get(token);
  }

  /** Whether this token used to work. */
  wasRevoked(token: string): boolean {
    return this.#dead.has(token);
  }

  devicesOf(user: FakeUser): readonly FakeDevice[] {
    return [...this.#devices.values()].filter((device) => device.user === user);
  }

  sessions(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  /** Signs one token out; a device left without any token goes too. */
  signOut(token: string): void {
    const session = this.#sessions.get(token);
    if (session === undefined) return;
    this.#kill(token);
    const inUse = this.sessions().some(({ deviceId }) => deviceId === session.deviceId);
    if (!inUse) this.#devices.delete(session.deviceId);
  }

  /** Removes a device of this user with all its tokens; false when there is none of that number. */
  removeDevice(user: FakeUser, deviceId: number): boolean {
    if (this.#devices.get(deviceId)?.user !== user) return false;
    this.#devices.delete(deviceId);
    this.#endSessionsOf(deviceId);
    return true;
  }

  /** Removes every device of a user: a password change with "sign out connected devices". */
  revokeAll(user: FakeUser): void {
    for (const device of this.devicesOf(user)) this.removeDevice(user, device.id);
    for (const [token, session] of this.#serverSessions) {
      if (session.user === user) this.#kill(token);
    }
  }

  #endSessionsOf(deviceId: number): void {
    for (const session of this.sessions()) {
      if (session.deviceId === deviceId) this.#kill(session.token);
    }
  }

  #kill(token: string): void {
    this.#sessions.delete(token);
    this.#serverSessions.delete(token);
    this.#dead.add(token);
  }
}

/** By these an app shows among the Authorized Devices. */
const names = ['product', 'version', 'platform', 'device', 'deviceName'] as const;

const rewritten = (present: ClientIdentity, said: ClientIdentity): ClientIdentity => {
  const changed: { -readonly [Key in keyof ClientIdentity]: string } = { ...present };
  changed.provides = said.provides;
  for (const name of names) if (said[name] !== '') changed[name] = said[name];
  return changed;
};

/** What a live account token stands for. */
export interface Session {
  readonly token: string;
  readonly user: FakeUser;
  readonly deviceId: number;
  /** When a JWT ends, in seconds since the epoch; null for a classic token, which has no end. */
  readonly expiresAt: number | null;
}

/** An entry of a user's Authorized Devices. */
export interface FakeDevice {
  readonly id: number;
  readonly user: FakeUser;
  readonly identity: ClientIdentity;
  /** The newest token of this device. */
  readonly token: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** How long ago a device was signed in, and last seen. */
export interface DeviceAges {
  readonly createdDaysAgo: number;
  readonly seenDaysAgo: number;
}

/** The life of a Plex JWT: seven days (https://developer.plex.tv/pms/, "Authenticating with Plex"). */
const LIFE_SECONDS = 7 * 24 * 60 * 60;

/** A Plex JWT for a device of a user, with the claims that document and python-plexapi name, signed with Ed25519. */
function signJwt(
  user: FakeUser,
  clientIdentifier: string,
  issuedAt: number,
  key: KeyObject,
): { readonly token: string; readonly expiresAt: number } {
  const expiresAt = issuedAt + LIFE_SECONDS;
  const header = { kid: 'fake-plex-key', typ: 'JWT', alg: 'EdDSA' };
  const payload = {
    iss: 'plex.tv',
    aud: ['plex.tv', clientIdentifier],
    iat: issuedAt,
    exp: expiresAt,
    thumbprint: 'fake-device-key',
    jti: randomUUID(),
    user: { id: user.id, username: user.username },
  };
  const signed = [header, payload].map((part) => base64url(JSON.stringify(part))).join('.');
  const signature = sign(null, Buffer.from(signed), key).toString('base64url');
  return { token: `${signed}.${signature}`, expiresAt };
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
