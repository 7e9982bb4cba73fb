import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import * as v from 'valibot';
import type { InferOutput } from 'valibot';
import { LoopbackListener, type ServerIdentity } from '../http/loopback-listener.ts';
import type { FakeClock } from './fake-clock.ts';
import type { SecretLedger } from './secret-ledger.ts';
import type { SessionBook } from './session-book.ts';
import type { FakeUser } from './users.ts';

const TRANSIENT_LIFE_MS = 48 * 60 * 60 * 1000;

interface Transient {
  readonly rights: ServerRights;
  readonly expiresAt: number;
}

/** One media server: who may use it, the transient tokens it has made, and whether it is running. */
export class MediaServer {
  readonly plan: ServerPlan;
  readonly owner: FakeUser;
  readonly guests: readonly FakeUser[];
  readonly machineIdentifier: string;
  /** What the server itself is signed in with: `PlexOnlineToken` in its Preferences.xml. */
  readonly onlineToken: string;
  readonly settings: ServerSettings;
  /** The addresses plex.tv and the server itself list; a test may put others in their place. */
  connections: readonly ConnectionPlan[];
  readonly #clock: FakeClock;
  readonly #secrets: SecretLedger;
  readonly #sessions: SessionBook;
  readonly #onRequest: RequestListener;
  readonly #listener: LoopbackListener;
  readonly #secureListeners: LoopbackListener[] = [];
  readonly #accessTokens = new Map<FakeUser, string>();
  readonly #transients = new Map<string, Transient>();

  constructor(
    plan: ServerPlan,
    people: { readonly owner: FakeUser; readonly guests: readonly FakeUser[] },
    books: {
      readonly clock: FakeClock;
      readonly secrets: SecretLedger;
      readonly sessions: SessionBook;
    },
    port: number,
    handler: (server: MediaServer) => RequestListener,
  ) {
    this.plan = plan;
    this.owner = people.owner;
    this.guests = people.guests;
    this.machineIdentifier = createHash('sha1').update(`fake-plex ${plan.name}`).digest('hex');
    this.settings = { ...defaultServerSettings(), ...plan.settings };
    this.connections = plan.connections;
    this.#clock = books.clock;
    this.#secrets = books.secrets;
    this.#sessions = books.sessions;
    this.#onRequest = handler(this);
    this.#listener = new LoopbackListener(this.#onRequest, port);
    this.onlineToken = this.#sessions.grantServer(this.owner);
    for (const user of [this.owner, ...this.guests]) this.renewAccessToken(user);
  }

  get name(): string {
    return this.plan.name;
  }

  get version(): string {
    return this.plan.version;
  }

  get running(): boolean {
    return this.#listener.running;
  }

  /** Fixed from the first start on; 0 before. */
  get port(): number {
    return this.#listener.port;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.start()));
  }

  /**
   * Has the server, which runs, answer over TLS as well, at a port of its own: any, unless one is asked for. The answer is
   * that port, for a connection of the kind `secure` to 127.0.0.1.
   */
  async listenSecurely(identity: ServerIdentity, port = 0): Promise<number> {
    const listener = new LoopbackListener(this.#onRequest, port, identity);
    await listener.start();
    this.#secureListeners.push(listener);
    return listener.port;
  }

  /** Stops the server; its transient tokens do not outlive it (https://developer.plex.tv/pms/, `/security/token`). */
  async stop(): Promise<void> {
    this.#transients.clear();
    await Promise.all(this.#listeners.map((listener) => listener.stop()));
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** The token plex.tv's `/resources` gives this user for this server; undefined for strangers. */
  accessTokenOf(user: FakeUser): string | undefined {
    return this.#accessTokens.get(user);
  }

  /** Makes the user's access token void and puts a new one in its place. */
  renewAccessToken(user: FakeUser): void {
    this.#accessTokens.set(user, this.#secrets.issue('accessToken'));
  }

  /**
   * What a token may do here. The owner's account token works; anybody else's does not, only the access token
   * plex.tv gives them for this server. A JWT works only where the settings say so: Plex's document has it that it does,
   * field reports that it does not (https://github.com/anthonycaccese/240-MP/issues/240).
   */
  rightsOf(token: string): ServerRights | undefined {
    const transient = this.#transients.get(token);
    if (transient !== undefined) {
      return transient.expiresAt > this.#clock.now() ? transient.rights : undefined;
    }
    for (const [user, accessToken] of this.#accessTokens) {
      if (accessToken === token) return this.#rightsFor(user);
    }
    const session = this.#sessions.find(token);
    const isTaken = session?.expiresAt === null || this.settings.takesJwt;
    return session?.user === this.owner && isTaken ? this.#rightsFor(this.owner) : undefined;
  }

  /** Makes a transient token with the rights of this user: good for 48 hours or until the server stops. */
  mintTransient(user: FakeUser): string {
    const token = this.#secrets.issueTransient();
    this.#keepTransient(user, token);
    return token;
  }

  /** Goes on with a transient token that another fake has made. */
  adoptTransient(user: FakeUser, token: string): void {
    this.#keepTransient(user, this.#secrets.record('transientToken', token));
  }

  #keepTransient(user: FakeUser, token: string): void {
    this.#transients.set(token, {
      rights: { ...this.#rightsFor(user), isTransient: true },
      expiresAt: this.#clock.now() + TRANSIENT_LIFE_MS,
    });
  }

  get #listeners(): readonly LoopbackListener[] {
    return [this.#listener, ...this.#secureListeners];
  }

  #rightsFor(user: FakeUser): ServerRights {
    return { user, isOwner: user === this.owner, isTransient: false };
  }
}

/** A media server before it runs. */
export interface ServerPlan {
  readonly name: string;
  /** The name of the user who owns it. */
  readonly owner: string;
  /** Who else may use it; `home` when that is through a Plex Home. */
  readonly sharedWith: readonly { readonly user: string; readonly home: boolean }[];
  readonly version: string;
  readonly platform: string | null;
  readonly platformVersion: string | null;
  readonly device: string | null;
  readonly publicAddress: string;
  /** Whether it is at the same public address as the caller. */
  readonly publicAddressMatches: boolean;
  readonly startsOffline: boolean;
  readonly connections: readonly ConnectionPlan[];
  readonly settings: Partial<ServerSettings>;
}

/** How a media server behaves where published descriptions disagree, or where a test wants it otherwise. */
interface ServerSettings {
  /** What `/security/…` answers without a good token: 403 in Plex's document, 401 in the field. */
  refusal: 401 | 403;
  /** `/security/…` answers XML whatever `Accept` says, as one client reports. */
  alwaysXml: boolean;
  /** `POST /security/token` is refused with this status, so that a client has to fall back to `GET`; null: it is taken. */
  postRefusal: 401 | 403 | 404 | 405 | 501 | null;
  /**
   * `/security/…` answers 403 to good tokens too: no transient token could be created, as of a user without the right
   * (https://developer.plex.tv/pms/, `/security/token`).
   */
  makesNoTransients: boolean;
  /** A JWT of plex.tv is taken as its user's token, as Plex's document says; field reports say otherwise. */
  takesJwt: boolean;
  /**
   * plex.tv gives the owner the account token they ask with, in place of an access token: with a JWT it always does
   * (https://github.com/nickelsh1ts/streamarr/issues/322).
   */
  givesAccountToken: boolean;
  /** `Device` in the JSON of `/security/resources` is a list of one instead of an object. */
  deviceAsList: boolean;
  /** What `/security/resources` answers for a source it does not know; no description says. */
  unknownSource: 'notFound' | 'empty';
  /** Answers everybody, as an unclaimed server does, or one that lets the network in without. */
  openToAll: boolean;
  /** `includeHttps=0` or not, the server takes no plain http. */
  httpsRequired: boolean;
  /** Whether plex.tv lists the server at all. */
  listed: boolean;
}

/** A server that behaves as Plex's own document says. */
function defaultServerSettings(): ServerSettings {
  return {
    refusal: 403,
    alwaysXml: false,
    postRefusal: null,
    makesNoTransients: false,
    takesJwt: false,
    givesAccountToken: false,
    deviceAsList: false,
    unknownSource: 'notFound',
    openToAll: false,
    httpsRequired: false,
    listed: true,
  };
}

/** What a token may do on one media server. */
export interface ServerRights {
  readonly user: FakeUser;
  readonly isOwner: boolean;
  readonly isTransient: boolean;
}

/**
 * What an address in a server's list leads to.
 *
 * - `live`: the server itself, `http` on 127.0.0.1;
 * - `named`: the server itself, `http` under a name that leads to this machine only where a test makes it so, as an
 *   address of another computer would look;
 * - `refused`: a port of this machine on which nothing listens;
 * - `otherServer`: another server of the fake, as when an address has been handed on to another machine;
 * - `secure`: an `https` name under plex.direct, for a reserved address that leads nowhere, or for 127.0.0.1 and a port
 *   at which the server listens securely.
 */
export type ConnectionPlan = InferOutput<typeof ConnectionPlanSchema>;

const common = { local: v.boolean(), relay: v.exactOptional(v.boolean()) };

/** What an address in a server's list leads to, when checked from the body of a control request. */
export const ConnectionPlanSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('live'), ...common }),
  v.strictObject({ kind: v.literal('named'), host: v.string(), ...common }),
  v.strictObject({ kind: v.literal('refused'), ...common }),
  v.strictObject({ kind: v.literal('otherServer'), server: v.string(), ...common }),
  v.strictObject({ kind: v.literal('secure'), address: v.string(), port: v.number(), ...common }),
]);
