import type { ClientIdentity, PlexEndpoints } from '../../ports.ts';
import type { ForeignTokens } from '../foreign-tokens.ts';
import type { ExchangeDeps } from './open-response.ts';
import type { HostGate } from './host-gate.ts';

/** What every operation needs from outside. */
export interface PlexDeps extends ExchangeDeps {
  readonly client: ClientIdentity;
  /** One for this installation, on every request. */
  readonly clientIdentifier: string;
  readonly endpoints: PlexEndpoints;
  /** Every question passes it. */
  readonly gate: HostGate;
  /** Told what an answer that is no success says in its own words. */
  readonly onRefusal: (answer: { readonly status: number; readonly details: string }) => void;
  /** Who asks with one of these is not named. */
  readonly foreignTokens: ForeignTokens;
  /** Told the time that plex.tv gives with each answer, and how long the answer took. */
  readonly onServerDate: (serverDateMs: number, roundTripMs: number) => void;
}
