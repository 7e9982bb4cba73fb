import type { ServerPlan } from '../media-server/server-plan.ts';

/** Forty servers of one user, all switched off: for lists that have to hold many. */
export function crowdServers(): readonly ServerPlan[] {
  return Array.from({ length: 40 }, (_, index) => ({
    name: `Shelf ${String(index + 1).padStart(2, '0')}`,
    owner: 'wren',
    sharedWith: [],
    version: `1.4${String(index % 4)}.0.${String(9000 + index)}-00000000${String(index % 10)}`,
    platform: index % 3 === 0 ? 'Linux' : 'Windows',
    platformVersion: '1',
    device: 'PC',
    publicAddress: `203.0.113.${String(100 + index)}`,
    publicAddressMatches: false,
    startsOffline: true,
    connections: [{ kind: 'refused', local: index % 2 === 0 }],
    settings: {},
  }));
}
