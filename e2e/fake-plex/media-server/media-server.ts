import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { LoopbackListener, type ServerIdentity } from '../http/loopback-listener.ts';
import type { FakeClock } from '../state/fake-clock.ts';
import type { FakeUser } from '../state/fake-user.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import type { SessionBook } from '../state/session-book.ts';
import type { ConnectionPlan } from './connection-plan.ts';
import { defaultServerSettings } from './default-server-settings.ts';
import type { ServerPlan } from './server-plan.ts';
import type { ServerRights } from './server-rights.ts';
import type { ServerSettings } from './server-settings.ts';

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
   * Has the server, which runs, answer over TLS as well, at a port of its own. The answer is that port, for a connection
   * of the kind `secure` to 127.0.0.1.
   */
  async listenSecurely(identity: ServerIdentity): Promise<number> {
    const listener = new LoopbackListener(this.#onRequest, 0, identity);
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
    this.#transients.set(token, {
      rights: { ...this.#rightsFor(user), isTransient: true },
      expiresAt: this.#clock.now() + TRANSIENT_LIFE_MS,
    });
    return token;
  }

  get #listeners(): readonly LoopbackListener[] {
    return [this.#listener, ...this.#secureListeners];
  }

  #rightsFor(user: FakeUser): ServerRights {
    return { user, isOwner: user === this.owner, isTransient: false };
  }
}
