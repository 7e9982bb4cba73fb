import { createPlexClient } from '../../electron/plex/plex-client.ts';
import { createTestDeps, testTarget } from '../../electron/plex/testing/test-deps.ts';
import type { RememberedRoute, WireConnection } from '../../electron/plex/wire/resources.ts';
import { systemClock } from '../../electron/timing.ts';
import type { Bench, Measure } from './bench.ts';
import { startEightAddresses } from './eight-addresses.ts';
import { median } from './median.ts';

const warmUps = 5;
const mostOver = { limit: 50, goal: 20 };

const plex = createPlexClient({ ...createTestDeps('http://plex.invalid'), clock: systemClock });

/** How long until a way to the server is proved; throws when the proof is of another address. */
const timeToProof = async (
  connections: readonly WireConnection[],
  good: WireConnection,
  remembered: RememberedRoute | null = null,
): Promise<number> => {
  const startedMs = performance.now();
  const route = await plex.findRoute(testTarget(...connections), {
    signal: new AbortController().signal,
    remembered,
    onConnection: () => undefined,
  });
  const elapsedMs = performance.now() - startedMs;
  if (!route.ok || route.value.uri !== good.uri) throw new Error(JSON.stringify(route));
  return elapsedMs;
};

export const connectionsBench: Bench = {
  name: 'connections',
  rounds: 60,
  about: (rounds) => `time to a proved connection, medians of ${rounds} rounds on loopback`,
  run: async (rounds) => {
    const addresses = await startEightAddresses();
    const { good, dead } = addresses;
    const all = [...dead, good];
    const remembered = { uri: good.uri, passedOver: dead.map(({ uri }) => uri) };
    const alone: number[] = [];
    const among: number[] = [];
    const again: number[] = [];
    // In turn, so that whatever else the machine does falls on all of them alike.
    for (let round = -warmUps; round < rounds; round += 1) {
      const times = [
        await timeToProof([good], good),
        await timeToProof(all, good),
        await timeToProof(all, good, remembered),
      ] as const;
      if (round < 0) continue;
      alone.push(times[0]);
      among.push(times[1]);
      again.push(times[2]);
    }
    await addresses.close();
    return measuresOf(median(alone), median(among), median(again));
  },
};

const measuresOf = (aloneMs: number, amongMs: number, againMs: number): readonly Measure[] => [
  { what: 'the good address alone', value: aloneMs, unit: 'ms', limit: null },
  ...against('among seven dead ones', amongMs, aloneMs),
  ...against('among them, where it served before', againMs, aloneMs),
];

const against = (what: string, elapsedMs: number, aloneMs: number): readonly Measure[] => [
  { what, value: elapsedMs, unit: 'ms', limit: null },
  { what: `${what}: more than alone`, value: elapsedMs - aloneMs, unit: 'ms', ...mostOver },
  { what: `${what}: times alone`, value: elapsedMs / aloneMs, unit: '×', limit: null },
];
