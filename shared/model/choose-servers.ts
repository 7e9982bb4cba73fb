import { serverKey, serverRefKey, type ServerSummary } from './server.ts';
import type { State } from './state.ts';

/** As many as are at hand where fewer are pinned. */
const usualCount = 4;
/** Until something is pinned or used, these stand for what will be there. */
const firstCount = 2;
/** There are keys for no more. */
const mostCount = 9;

/**
 * The servers to have at hand: those that are pinned, then those used most, then those that are online, the person's own
 * first. What was chosen `before` and is still there keeps its place.
 */
export function chooseServers(
  { servers, settings, usedServers }: Pick<State, 'servers' | 'settings' | 'usedServers'>,
  before: readonly string[],
): readonly string[] {
  const all = servers.flatMap((list) => list.servers);
  const present = new Set(all.map(serverKey));
  const pinned = settings.pinnedServers.map(serverRefKey).filter((key) => present.has(key));
  const used = usedServers.map(serverRefKey).filter((key) => present.has(key));
  const others = all
    .map((server, index) => ({ server, index }))
    .sort((a, b) => rank(a.server) - rank(b.server) || a.index - b.index)
    .map(({ server }) => serverKey(server));
  const isNew = settings.pinnedServers.length === 0 && usedServers.length === 0;
  const count = isNew ? firstCount : Math.min(mostCount, Math.max(usualCount, pinned.length));
  const kept = before.filter((key) => present.has(key));
  return [...new Set([...kept, ...pinned, ...used, ...others])].slice(
    0,
    Math.max(count, kept.length),
  );
}

const rank = ({ isOnline, ownership }: ServerSummary): number =>
  (isOnline ? 0 : 2) + (ownership === 'owned' ? 0 : 1);
