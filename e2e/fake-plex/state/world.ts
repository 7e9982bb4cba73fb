import type { FaultList } from '../faults/fault-list.ts';
import type { MediaServer } from '../media-server/media-server.ts';
import type { AttemptCounter } from './attempt-counter.ts';
import type { FakeClock } from './fake-clock.ts';
import type { FakeHome } from './fake-home.ts';
import type { FakeUser } from './fake-user.ts';
import type { PinBook } from './pin-book.ts';
import type { RequestLog } from './request-log.ts';
import type { SecretLedger } from './secret-ledger.ts';
import type { SessionBook } from './session-book.ts';
import type { Settings } from './settings.ts';

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
