import type { EpochMs, ServerId } from '../../shared/model/ids.ts';
import type { ConnectionKind, ConnectionSummary } from '../../shared/model/server.ts';

/** One media server of `GET /api/v2/resources` (https://developer.plex.tv/pms/), without its access token. */
export interface WireServer {
  /** Plex's `clientIdentifier`: for a server the same as its machineIdentifier. */
  readonly id: ServerId;
  readonly name: string;
  readonly version: string | null;
  readonly platform: string | null;
  readonly platformVersion: string | null;
  readonly device: string | null;
  readonly isOwned: boolean;
  /** Shared through Plex Home. */
  readonly isHome: boolean;
  /** The owner's user name; null when the account owns it. */
  readonly ownerName: string | null;
  readonly isOnline: boolean;
  readonly lastSeenAt: EpochMs | null;
  readonly createdAt: EpochMs | null;
  readonly publicAddress: string | null;
  readonly isHttpsRequired: boolean;
  readonly hasDnsRebindingProtection: boolean;
  readonly connections: readonly WireConnection[];
}

/** One address of a server, untried. `uri` never ends in a slash. */
export interface WireConnection {
  readonly uri: string;
  readonly address: string;
  readonly port: number;
  readonly kind: ConnectionKind;
  readonly isSecure: boolean;
  readonly isIPv6: boolean;
}

/** A server and the account's secret for it, kept apart so that the public part can be passed on whole. */
export interface FoundServer {
  readonly server: WireServer;
  readonly accessToken: string | null;
}

/** What is enough to look for a way to a server. */
export type RouteTarget = Pick<WireServer, 'id' | 'isHttpsRequired' | 'connections'>;

/** An address that answered as the server it was asked for: a token may go there. */
export interface Route {
  readonly uri: string;
  readonly kind: ConnectionKind;
  /** As `/identity` tells it; null when it tells none. */
  readonly version: string | null;
}

/** What served on the network the computer is in, the last time. */
export interface RememberedRoute {
  readonly uri: string;
  /** Better ones that did not serve then. */
  readonly passedOver: readonly string[];
}

export interface RouteOptions {
  readonly signal: AbortSignal;
  readonly remembered: RememberedRoute | null;
  /** Whether the person lets a token of this server go over plain http. */
  readonly isPlainHttpAllowed: boolean;
  /** Told of every change of every address that is tried. */
  readonly onConnection: (uri: string, state: ConnectionSummary['state']) => void;
}
