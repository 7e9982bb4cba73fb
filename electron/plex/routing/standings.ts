import { isExposed } from '../../addresses.ts';
import type { RememberedRoute, Route, RouteOptions, WireConnection } from '../wire/resources.ts';
import { connectionRank } from './connection-rank.ts';
import type { ProbeOutcome } from './probe-connection.ts';

/** Which addresses of a race have answered, and which of them is the best so far. */
export interface Standings {
  note(connection: WireConnection, outcome: ProbeOutcome): void;
  best(): Route | null;
  pending(): readonly WireConnection[];
  /** How many answered with a certificate that proves nothing. */
  untrustedCount(): number;
  /** What the race does now if it wants to be quick. */
  next(): 'decide' | 'waitBriefly' | 'wait';
}

export const createStandings = (
  candidates: readonly WireConnection[],
  { remembered, isPlainHttpAllowed }: Pick<RouteOptions, 'remembered' | 'isPlainHttpAllowed'>,
): Standings => {
  const pending = new Set(candidates);
  let best: Route | null = null;
  let bestRank = Infinity;
  let untrustedCount = 0;

  const mayImprove = (connection: WireConnection): boolean =>
    connectionRank(connection) < bestRank && !isPassedOver(connection.uri, best, remembered);

  return {
    note: (connection, outcome) => {
      pending.delete(connection);
      if (outcome.kind === 'failed' && outcome.reason === 'network.untrusted') untrustedCount += 1;
      const rank = connectionRank(connection);
      if (outcome.kind !== 'proved' || rank >= bestRank) return;
      bestRank = rank;
      best = { uri: connection.uri, kind: connection.kind, version: outcome.version };
    },
    best: () => best,
    pending: () => [...pending],
    untrustedCount: () => untrustedCount,
    next: () => {
      const better = [...pending].filter(mayImprove);
      if (better.length === 0) return 'decide';
      if (best === null) return 'wait';
      // SECURITY: before a token may go where it can be read, or the person is asked whether it may, all others are tried.
      const isUnwanted = isExposed(best.uri) && !isPlainHttpAllowed;
      return isUnwanted && better.some(({ uri }) => !isExposed(uri)) ? 'wait' : 'waitBriefly';
    },
  };
};

/** What served here before does so again: those that did not then are given no time now. */
const isPassedOver = (
  uri: string,
  best: Route | null,
  remembered: RememberedRoute | null,
): boolean => best !== null && best.uri === remembered?.uri && remembered.passedOver.includes(uri);
