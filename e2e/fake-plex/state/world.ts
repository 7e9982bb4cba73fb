import type { FakeClock } from './fake-clock.ts';
import type { FaultList } from './fault-list.ts';
import type { MediaServer } from './media-server.ts';
import type { PinBook } from './pin-book.ts';
import type { AttemptCounter, RequestLog } from './request-log.ts';
import type { SecretLedger } from './secret-ledger.ts';
import type { SessionBook } from './session-book.ts';
import type { Settings } from './settings.ts';
import type { FakeHome, FakeUser } from './users.ts';

/** Everything the fake knows. */
export interface World {
  readonly clock: FakeClock;
  readonly settings: Settings;
  readonly secrets: SecretLedger;
  readonly sessions: SessionBook;
  readonly pins: PinBook;
  readonly signInFailures: AttemptCounter;
  readonly homeSwitches: AttemptCounter;
  readonly faults: FaultList;
  readonly requests: RequestLog;
  /** How long the next answer takes. */
  readonly nextAnswerDelayMs: () => number;
  readonly users: readonly FakeUser[];
  readonly homes: readonly FakeHome[];
  readonly servers: readonly MediaServer[];
  /** Servers that are only there to be many. */
  readonly crowd: readonly MediaServer[];
  /** Where plex.tv and clients.plex.tv are. */
  baseUrl: string;
}

/** The Home this user is in; undefined for who is in none. */
export function homeOf(user: FakeUser, world: World): FakeHome | undefined {
  return world.homes.find(({ members }) => members.includes(user.name));
}

/**
 * Ends every token of a user: what a password change with "Sign out connected devices" does, which ends the tokens
 * for their servers too (https://support.plex.tv/articles/204281528/). Servers give new ones at the next sign-in.
 */
export function revokeUser(user: FakeUser, world: World): void {
  world.sessions.revokeAll(user);
  for (const server of world.servers) {
    if (server.accessTokenOf(user) !== undefined) server.renewAccessToken(user);
  }
}
