import type { ConnectionSummary, ServerSummary } from '../../../shared/model/server.ts';

const kindOrder = ['local', 'remote', 'relay'] as const;
const stateOrder = ['proved', 'trying', 'untried', 'failed'] as const;

const rank = (one: ConnectionSummary): number =>
  stateOrder.indexOf(one.state.kind) * 100 + (one.isSecure ? 0 : 10) + kindOrder.indexOf(one.kind);

/** The address that was used last; before any was, the one that is likely to serve. Null where there is none. */
export const bestRoute = ({
  connections,
  routeUri,
}: Pick<ServerSummary, 'connections' | 'routeUri'>): ConnectionSummary | null =>
  connections.find(({ uri }) => uri === routeUri) ??
  connections.reduce<ConnectionSummary | null>(
    (best, one) => (best === null || rank(one) < rank(best) ? one : best),
    null,
  );
