import type { AccountId, EpochMs, ServerId } from './ids.ts';
import type { ConnectionKind } from './server.ts';
import type { MaskedToken } from './token.ts';

/**
 * What a server says about a source (`server://…`, `provider://…`): `GET /security/resources`. A new question drops the token of
 * the last answer.
 */
export interface SourceAnswer {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
  readonly source: string;
  readonly askedAt: EpochMs;
  readonly devices: readonly SourceDevice[];
}

export interface SourceDevice {
  readonly name: string | null;
  readonly clientIdentifier: string | null;
  /** A transient token for the source. The first device's is what the `source` secret copies and reveals. */
  readonly token: MaskedToken | null;
  readonly connections: readonly SourceConnection[];
}

export interface SourceConnection {
  readonly uri: string;
  readonly protocol: string | null;
  readonly address: string | null;
  readonly port: number | null;
  readonly kind: ConnectionKind;
}

/**
 * The form a source must have, as the Plex Media Server document gives it (https://developer.plex.tv/pms/, "Sources").
 * A server is named by its machineIdentifier, a provider by an identifier such as `tv.plex.provider.epg`.
 */
export const sourceForm = /^(server|provider):\/\/([a-zA-Z0-9._-]+)(\/[^/\s]+)?$/;

/** The first Plex Media Server that answers about sources. */
export const sourceNeedsVersion = '1.15.4';
