import type { AppError, AppErrorCode } from '../errors.ts';
import type { AccountId, EpochMs, ServerId } from './ids.ts';
import type { MaskedToken, Verdict } from './token.ts';

/** Names a server as an account reaches it. */
export interface ServerRef {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
}

/** The same as one text, to look it up by. */
export const serverRefKey = ({ accountId, serverId }: ServerRef): string =>
  `${accountId} ${serverId}`;

export const serverKey = ({ accountId, id }: Pick<ServerSummary, 'accountId' | 'id'>): string =>
  serverRefKey({ accountId, serverId: id });

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
  /** Whether the person added it; Plex lists the others. */
  readonly isAdded: boolean;
  /** The SHA-256 of the only certificate that is taken there, as the person confirmed; null where TLS is to prove the host. */
  readonly certificate: string | null;
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

/** An address of a server, as it was added or found to be there already. */
export interface AddedAddress {
  readonly serverId: ServerId;
  readonly serverName: string;
  readonly uri: string;
  /** As in `ConnectionSummary`. */
  readonly certificate: string | null;
  /** False when the server had it already. */
  readonly isNew: boolean;
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

const numbersOf = (version: string): readonly number[] | null => {
  const leading = /^v?(\d{1,9}(?:\.\d{1,9})*)(?:[.-]|$)/.exec(version.trim())?.[1];
  return leading === undefined ? null : leading.split('.').map(Number);
};

/**
 * Whether a server's version (`1.43.0.1-abcdef012`) is older than another, by as many numbers as that one has. Null when
 * either has no such form: then the server itself has the last word.
 */
export const isOlderVersion = (version: string | null, than: string): boolean | null => {
  const have = version === null ? null : numbersOf(version);
  const want = numbersOf(than);
  if (have === null || want === null) return null;
  for (const [index, wanted] of want.entries()) {
    const part = have[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
};

export type TokenHoleId = 'CVE-2025-69414' | 'CVE-2025-34158';

interface TokenHole {
  readonly id: TokenHoleId;
  /** The first version that has it; null: every one before `before`. */
  readonly since: string | null;
  /** The first version that is not known to have it. */
  readonly before: string;
}

// A server's version is told by itself or by plex.tv; both have four numbers (`1.42.2.10156-f737b826c`).
const holes: readonly TokenHole[] = [
  // Through 1.42.2.10156: https://www.sentinelone.com/vulnerability-database/cve-2025-69414/
  { id: 'CVE-2025-69414', since: null, before: '1.42.2.10157' },
  // 1.41.7.x to 1.42.0.x, fixed in 1.42.1.10060: https://thecisobrief.com/patch-plex-vulnerability
  { id: 'CVE-2025-34158', since: '1.41.7', before: '1.42.1' },
];

const holesByVersion = new Map<string | null, readonly TokenHoleId[]>();
// Thousands of servers have few versions; what isn't a version is no reason to remember more.
const mostRemembered = 1_000;

/** The known holes of a Plex Media Server's version that let tokens get away. None for a version that can't be read. */
export const tokenHoles = (version: string | null): readonly TokenHoleId[] => {
  const known = holesByVersion.get(version);
  if (known !== undefined) return known;
  const found = holes
    .filter(
      ({ since, before }) =>
        isOlderVersion(version, before) === true &&
        (since === null || isOlderVersion(version, since) === false),
    )
    .map(({ id }) => id);
  if (holesByVersion.size >= mostRemembered) holesByVersion.clear();
  holesByVersion.set(version, found);
  return found;
};
