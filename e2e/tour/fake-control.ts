import { demoUsers } from '../fake-plex/data/demo-users.ts';
import type { ConnectionPlan } from '../fake-plex/state/media-server.ts';
import type { FakeUser } from '../fake-plex/state/users.ts';
import { SecretLedger } from '../fake-plex/state/secret-ledger.ts';
import type { KnownSecret } from '../fixtures/scan-for-secrets.ts';

/** A fake Plex that runs in another process, worked by its control routes. */
export class FakeControl {
  readonly baseUrl: string;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  /** Whom the fake has, and how they sign in; the same in every fake. */
  user(name: string): FakeUser {
    const user = demoUsers(new SecretLedger()).find((one) => one.name === name);
    if (user === undefined) throw new Error(`The fake has nobody called ${name}.`);
    return user;
  }

  async secrets(): Promise<readonly KnownSecret[]> {
    return (await this.#ask('GET', '/secrets')) as readonly KnownSecret[];
  }

  /** The transient token that was given out last. */
  async lastMinted(): Promise<string> {
    const minted = (await this.secrets()).filter(({ kind }) => kind === 'transientToken');
    return minted.at(-1)?.value ?? '';
  }

  /** The account tokens of a user that still work, the newest first. */
  async liveTokens(name: string): Promise<readonly string[]> {
    const { users } = (await this.#ask('GET', '/state')) as {
      readonly users: readonly { readonly name: string; readonly tokens: readonly string[] }[];
    };
    return users.find((user) => user.name === name)?.tokens.toReversed() ?? [];
  }

  /** What a server itself is signed in with. */
  async onlineToken(serverName: string): Promise<string> {
    const { servers } = (await this.#ask('GET', '/state')) as {
      readonly servers: readonly { readonly name: string; readonly onlineToken: string }[];
    };
    return servers.find(({ name }) => name === serverName)?.onlineToken ?? '';
  }

  async approvePin(code: string, user: string): Promise<void> {
    await this.#ask('POST', `/pins/${code}/approve`, { user });
  }

  /** Gives a server other addresses than it has. */
  async move(server: string, connections: readonly ConnectionPlan[]): Promise<void> {
    await this.#ask('POST', `/servers/${encodeURIComponent(server)}/settings`, { connections });
  }

  /** Its transient tokens end with that. */
  async restart(server: string): Promise<void> {
    await this.#ask('POST', `/servers/${encodeURIComponent(server)}/restart`);
  }

  /** Puts its clock forward. */
  async advance(durationMs: number): Promise<void> {
    await this.#ask('POST', '/clock', { advanceMs: durationMs });
  }

  async revokeAll(user: string): Promise<void> {
    await this.#ask('POST', `/users/${user}/revoke-all`);
  }

  /** From now on this goes wrong, until `mend`. */
  async break(path: string, action: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#ask('POST', '/faults', { match: { path }, action });
  }

  async mend(): Promise<void> {
    await this.#ask('DELETE', '/faults');
    await this.#ask('DELETE', '/sign-in-failures');
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.baseUrl}/__fake${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The fake refused ${method} ${path}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}
