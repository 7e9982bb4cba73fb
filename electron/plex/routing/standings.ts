import type { Route, WireConnection } from '../wire-server.ts';
import { connectionRank } from './connection-rank.ts';
import type { ProbeOutcome } from './probe-connection.ts';

/** Which addresses of a race have answered, and which of them is the best so far. */
export interface Standings {
  note(connection: WireConnection, outcome: ProbeOutcome): void;
  best(): Route | null;
  pending(): readonly WireConnection[];
  /** Whether one that has not answered yet would be better than the best. */
  canImprove(): boolean;
}

export const createStandings = (candidates: readonly WireConnection[]): Standings => {
  const pending = new Set(candidates);
  let best: Route | null = null;
  let bestRank = Infinity;
  return {
    note: (connection, outcome) => {
      pending.delete(connection);
      const rank = connectionRank(connection);
      if (outcome.kind !== 'proved' || rank >= bestRank) return;
      bestRank = rank;
      best = { uri: connection.uri, kind: connection.kind, version: outcome.version };
    },
    best: () => best,
    pending: () => [...pending],
    canImprove: () => [...pending].some((connection) => connectionRank(connection) < bestRank),
  };
};
