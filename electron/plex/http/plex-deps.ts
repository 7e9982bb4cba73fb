import type { Clock, ClientIdentity, PlexEndpoints } from '../../ports.ts';

/** What every operation needs from outside. */
export interface PlexDeps {
  /** Fetch of the Fetch standard. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly client: ClientIdentity;
  /** One for this installation, on every request. */
  readonly clientIdentifier: string;
  readonly endpoints: PlexEndpoints;
  /** Told the time that plex.tv gives with each answer, and how long the answer took. */
  readonly onServerDate: (serverDateMs: number, roundTripMs: number) => void;
}
