import type { AppError, AppErrorCode } from '../errors.ts';
import type { AccountId, EpochMs, ServerId } from './ids.ts';
import type { MaskedToken } from './token.ts';
import type { Verdict } from './verdict.ts';

export type ConnectionKind = 'local' | 'remote' | 'relay';

/** One address of a server, and what trying it showed. Trying never carries a token. */
export interface ConnectionSummary {
  readonly uri: string;
  readonly address: string;
  readonly port: number;
  readonly kind: ConnectionKind;
  readonly isSecure: boolean;
  /** Plain http to another computer: anyone on the way can read what is sent. */
  readonly isExposed: boolean;
  readonly isIPv6: boolean;
  readonly state:
    | { readonly kind: 'untried' }
    | { readonly kind: 'trying' }
    /** Answered as this server (machineIdentifier matched). */
    | {
        readonly kind: 'proved';
        readonly elapsedMs: number;
        readonly provedAt: EpochMs;
        /** DNS gave nothing for its name; the address in its `plex.direct` name answered. */
        readonly isFoundByName: boolean;
      }
    | {
        readonly kind: 'failed';
        readonly reason: ConnectionFailure;
        readonly elapsedMs: number;
        readonly failedAt: EpochMs;
      };
}

export type ConnectionFailure =
  AppErrorCode | 'connection.wrongServer' | 'connection.notPlex' | 'connection.abandoned';

export interface ServerSummary {
  readonly id: ServerId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly version: string | null;
  readonly platform: string | null;
  readonly platformVersion: string | null;
  readonly device: string | null;
  readonly ownership: 'owned' | 'home' | 'shared';
  /** The owner's user name; null when it is the account itself or unknown. */
  readonly ownerName: string | null;
  /** What plex.tv says of it. */
  readonly isOnline: boolean;
  readonly lastSeenAt: EpochMs | null;
  readonly createdAt: EpochMs | null;
  readonly publicAddress: string | null;
  readonly isHttpsRequired: boolean;
  /** The router in front may drop plex.direct names. */
  readonly hasDnsRebindingProtection: boolean;
  /** The account's access token for this server; null when plex.tv gave none, or the list is a kept one. */
  readonly accessToken: MaskedToken | null;
  /** What is known of that access token; in memory, so that each run of Usher asks anew. */
  readonly verdict: Verdict;
  readonly connections: readonly ConnectionSummary[];
  /** The connection used last, by uri. */
  readonly routeUri: string | null;
}

export interface ServerList {
  readonly accountId: AccountId;
  readonly servers: readonly ServerSummary[];
  /** When plex.tv was last asked with success; null before the first time. */
  readonly refreshedAt: EpochMs | null;
  readonly isRefreshing: boolean;
  /** Why the last refresh failed; the list then is the last known one. */
  readonly error: AppError | null;
}
