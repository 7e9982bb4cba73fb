import type { EpochMs, ServerId } from '../../../shared/model/ids.ts';
import type { ConnectionKind, ConnectionSummary } from '../../../shared/model/server.ts';
import { parseUrl, withoutBrackets } from '../../addresses.ts';
import { isTokenText } from '../../token-text.ts';
import {
  readField,
  readFlag,
  readInstant,
  readList,
  readName,
  readNumber,
  readText,
  readTextList,
} from './loose.ts';

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
  /** The owner's username; null when the account owns it. */
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
export interface WireConnection extends ServerAddress {
  readonly address: string;
  readonly port: number;
  readonly kind: ConnectionKind;
  readonly isSecure: boolean;
  readonly isIPv6: boolean;
  /** Why an address that the person added may get a token; absent for one that Plex lists. */
  readonly addedFor?: AddressProof;
}

/** Where to send a request, and how whoever is there is to prove itself. */
export interface ServerAddress {
  readonly uri: string;
  /** The SHA-256 of the only certificate that may answer; without one, TLS is to prove the host. */
  readonly certificate?: string | undefined;
}

/**
 * What an address that the person added goes by: TLS proves the server's own `plex.direct` name, or the host they typed,
 * each time; or nothing does, and they said yes to this address, over https to the holder of the certificate it showed.
 */
export type AddressProof = 'plexDirect' | 'host' | 'person';

/**
 * Whether Plex lists an address, or its certificate proves the server itself.
 * SECURITY: any other may be someone else's, and gets the access token for the server alone: that is what the person was
 * told when they vouched for it.
 */
export const isOfServer = ({ addedFor }: WireConnection): boolean =>
  addedFor === undefined || addedFor === 'plexDirect';

/** A server and the account's access token for it, kept apart so that the public part can be passed on whole. */
export interface FoundServer {
  readonly server: WireServer;
  readonly accessToken: string | null;
}

/** What routing needs to know of a server. */
export type RouteTarget = Pick<WireServer, 'id' | 'isHttpsRequired' | 'connections'>;

/** An address that proved to be the server: a token may go there. */
export interface Route extends ServerAddress {
  readonly kind: ConnectionKind;
  /** As in `/identity`; null without one. */
  readonly version: string | null;
}

/** The address that worked last time on the network the computer is in. */
export interface RememberedRoute {
  readonly uri: string;
  /** Better ones that didn't work then. */
  readonly passedOver: readonly string[];
}

export interface RouteOptions {
  readonly signal: AbortSignal;
  readonly remembered: RememberedRoute | null;
  /** Called on every state change of every address that is tried. */
  readonly onConnection: (uri: string, state: ConnectionSummary['state']) => void;
}

/**
 * The media servers in a response of `GET /api/v2/resources`, from v2's array, its XML, or v1's `MediaContainer` of `Device`s;
 * players and apps are left out. Null if it is not a list, or if no entry can be read: an unknown form must not look like
 * "no servers".
 */
export const readResources = (body: unknown): readonly FoundServer[] | null => {
  const resources = listOf(body);
  if (resources === null) return null;
  if (resources.length > 0 && resources.every((resource) => idOf(resource) === null)) return null;
  const servers = new Map<string, FoundServer>();
  for (const resource of resources) {
    const found = readServer(resource);
    if (found !== null && !servers.has(found.server.id)) servers.set(found.server.id, found);
  }
  return [...servers.values()];
};

const listOf = (body: unknown): readonly unknown[] | null => {
  if (Array.isArray(body)) return readList(body);
  const container = readField(body, 'MediaContainer');
  for (const [holder, name] of [
    [body, 'resources'],
    [body, 'resource'],
    [container, 'Device'],
    [container, 'resource'],
  ] as const) {
    const inner = readField(holder, name);
    if (inner !== undefined) return readList(inner);
  }
  return typeof container === 'object' ? [] : null;
};

const idOf = (resource: unknown): string | null =>
  readText(readField(resource, 'clientIdentifier'));

const readServer = (value: unknown): FoundServer | null => {
  const text = (field: string): string | null => readText(readField(value, field));
  const name = (field: string): string | null => readName(readField(value, field));
  const isTrue = (field: string): boolean => readFlag(readField(value, field)) === true;
  const id = idOf(value);
  if (id === null || !readTextList(readField(value, 'provides')).includes('server')) return null;
  const accessToken = text('accessToken');
  return {
    server: {
      // Branded here, where it is parsed.
      id: id as ServerId,
      name: name('name') ?? id,
      version: name('productVersion'),
      platform: name('platform'),
      platformVersion: name('platformVersion'),
      device: name('device'),
      isOwned: isTrue('owned'),
      isHome: isTrue('home'),
      ownerName: name('sourceTitle'),
      isOnline: isTrue('presence'),
      lastSeenAt: readInstant(readField(value, 'lastSeenAt')),
      createdAt: readInstant(readField(value, 'createdAt')),
      publicAddress: text('publicAddress'),
      isHttpsRequired: isTrue('httpsRequired'),
      hasDnsRebindingProtection: isTrue('dnsRebindingProtection'),
      connections: readConnections(value),
    },
    accessToken: accessToken !== null && isTokenText(accessToken) ? accessToken : null,
  };
};

// SECURITY: every address gets a request, and a server's owner can add any. Far more than a server in a dozen networks has,
// and too few to scan a network or to flood someone.
export const maxConnections = 100;

const readConnections = (value: unknown): readonly WireConnection[] => {
  const lists = ['connections', 'connection', 'Connection'].map((name) => readField(value, name));
  const byUri = new Map<string, WireConnection>();
  for (const item of lists.flatMap((list) => readList(list))) {
    const connection = readConnection(item);
    if (connection !== null && !byUri.has(connection.uri)) byUri.set(connection.uri, connection);
    if (byUri.size === maxConnections) break;
  }
  return [...byUri.values()];
};

const defaultPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** One `connection` of plex.tv or of a server (https://developer.plex.tv/pms/); null without a valid http(s) URL. */
export const readConnection = (value: unknown): WireConnection | null => {
  const url = readUrl(value);
  if (url === null) return null;
  const hostname = withoutBrackets(url.hostname);
  return {
    uri: url.href.replace(/\/+$/, ''),
    address: readText(readField(value, 'address')) ?? hostname,
    port:
      readPort(value) ?? (url.port === '' ? (defaultPorts[url.protocol] ?? 0) : Number(url.port)),
    kind: readKind(value),
    isSecure: url.protocol === 'https:',
    isIPv6: readFlag(readField(value, 'IPv6')) ?? hostname.includes(':'),
  };
};

const readUrl = (value: unknown): URL | null => {
  const text = readText(readField(value, 'uri')) ?? composeUri(value);
  const url = text === null ? null : parseUrl(text.trim());
  if (url === null || defaultPorts[url.protocol] === undefined) return null;
  // SECURITY: Usher appends the path and query itself, and a username in a URL is a trick.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  return url;
};

/** Older responses have no `uri`. */
const composeUri = (value: unknown): string | null => {
  const address = readText(readField(value, 'address'));
  const port = readPort(value);
  if (address === null || port === null) return null;
  const protocol = readText(readField(value, 'protocol')) ?? 'http';
  const host = address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
  return `${protocol}://${host}:${port}`;
};

const readPort = (value: unknown): number | null => {
  const port = readNumber(readField(value, 'port'));
  return port !== null && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
};

const readKind = (value: unknown): ConnectionKind => {
  if (readFlag(readField(value, 'relay')) === true) return 'relay';
  return readFlag(readField(value, 'local')) === true ? 'local' : 'remote';
};
