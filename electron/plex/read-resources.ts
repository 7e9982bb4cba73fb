import type { ServerId } from '../../shared/model/ids.ts';
import { isTokenText } from '../token-text.ts';
import { readField } from './loose/read-field.ts';
import { readFlag } from './loose/read-flag.ts';
import { readInstant } from './loose/read-instant.ts';
import { readList } from './loose/read-list.ts';
import { readText } from './loose/read-text.ts';
import { readTextList } from './loose/read-text-list.ts';
import { readConnection } from './read-connection.ts';
import type { FoundServer, WireConnection } from './wire-server.ts';

/**
 * The media servers in an answer of `GET /api/v2/resources`; players and apps are left out. Null when the answer is
 * no list at all, or one of which nothing can be read: what is not understood must not look like "no servers". Read are v2's array, its XML, and v1's `MediaContainer` of `Device`s.
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
  const text = (name: string): string | null => readText(readField(value, name));
  const isTrue = (name: string): boolean => readFlag(readField(value, name)) === true;
  const id = idOf(value);
  if (id === null || !readTextList(readField(value, 'provides')).includes('server')) return null;
  const accessToken = text('accessToken');
  return {
    server: {
      // A parsed border: this is where Plex's identifier becomes ours.
      id: id as ServerId,
      name: text('name') ?? id,
      version: text('productVersion'),
      platform: text('platform'),
      platformVersion: text('platformVersion'),
      device: text('device'),
      isOwned: isTrue('owned'),
      isHome: isTrue('home'),
      ownerName: text('sourceTitle'),
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

// SECURITY: every address is asked who it is, and a server's owner can add to them whatever they like. Many times what a
// server with a dozen networks has, and too few to scan a network with, or to flood somebody.
const mostConnections = 100;

const readConnections = (value: unknown): readonly WireConnection[] => {
  const lists = ['connections', 'connection', 'Connection'].map((name) => readField(value, name));
  const byUri = new Map<string, WireConnection>();
  for (const item of lists.flatMap((list) => readList(list))) {
    const connection = readConnection(item);
    if (connection !== null && !byUri.has(connection.uri)) byUri.set(connection.uri, connection);
    if (byUri.size === mostConnections) break;
  }
  return [...byUri.values()];
};
