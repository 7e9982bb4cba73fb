import type { AccountId, EpochMs, ServerId, SourceTokenId } from './ids.ts';
import type { ConnectionKind, ServerSummary } from './server.ts';
import type { MaskedToken, TransientTokenSummary } from './token.ts';

/**
 * What a server says about a source (`server://…`, `provider://…`): `GET /security/resources`. A new question drops the
 * tokens of the last answer.
 */
export interface SourceAnswer {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
  readonly source: string;
  readonly askedAt: EpochMs;
  readonly devices: readonly SourceDevice[];
}

/** One of the devices that are the source. */
export interface SourceDevice {
  readonly name: string | null;
  readonly clientIdentifier: string | null;
  readonly token: SourceToken | null;
  readonly connections: readonly SourceConnection[];
}

/** A device's transient token for the source. */
export interface SourceToken extends MaskedToken {
  /** Names it for Copy and Reveal until the server is asked again. */
  readonly id: SourceTokenId;
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

/**
 * The transient tokens a server may be asked with in place of the access token, which has to be its admin's: its own, of the
 * account that owns it, and valid as far as is known.
 */
export const tokensToAskWith = (
  tokens: readonly TransientTokenSummary[],
  server: Pick<ServerSummary, 'accountId' | 'id' | 'ownership'>,
): readonly TransientTokenSummary[] =>
  server.ownership === 'owned'
    ? tokens.filter(
        ({ accountId, serverId, verdict, remainingMs }) =>
          accountId === server.accountId &&
          serverId === server.id &&
          verdict.kind === 'valid' &&
          remainingMs > 0,
      )
    : [];
