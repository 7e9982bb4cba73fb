import type { ConnectionKind, ConnectionSummary } from '../../../shared/model/server.ts';

export interface ConnectionsInShort {
  /** In the order in which they are preferred. */
  readonly kinds: readonly ConnectionKind[];
  readonly security: 'all' | 'some' | 'none';
  readonly count: number;
}

const kindOrder = ['local', 'remote', 'relay'] as const;

/** What a row has room for: which kinds of address there are, and whether they are secure. Null without any. */
export const summariseConnections = (
  connections: readonly ConnectionSummary[],
): ConnectionsInShort | null => {
  if (connections.length === 0) return null;
  const secureCount = connections.filter((connection) => connection.isSecure).length;
  return {
    kinds: kindOrder.filter((kind) => connections.some((connection) => connection.kind === kind)),
    security: secureCount === 0 ? 'none' : secureCount === connections.length ? 'all' : 'some',
    count: connections.length,
  };
};
