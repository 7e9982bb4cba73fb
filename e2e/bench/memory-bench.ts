import { join } from 'node:path';
import { makeBareApp } from './bare-app.ts';
import { atBenchPlace, type BenchPlace } from './bench-place.ts';
import { aimed, told, type Bench, type Measure } from './bench.ts';
import type { AppToDrive, DrivenApp } from './driven-app.ts';
import { median } from './median.ts';
import { mintAgainAndAgain } from './mint-in-page.ts';
import { atRest, memoryOf } from './process-group.ts';
import { members, signIn, type SignedInUsher } from './signed-in-usher.ts';

const mostTimesOfBare = 1.1;
const mostTimesOfBefore = 1.03;
const steepest = 1;
const few = 20;
const curve = [1, 10, 100, 1_000] as const;
const people = 1_000;
const acts = 1_000;
const many = { many: { people, serversEach: 5 } } as const;
/** An answer that takes too long counts as none. */
const mintsAtOnce = { count: 50, server: 'Attic', isForgotten: true } as const;
/** Changes of view after which each has been seen a few times. */
const everyView = 40;

export const memoryBench: Bench = {
  name: 'memory',
  rounds: 15,
  about: (rounds) =>
    `memory of all processes at rest (PSS), medians of ${rounds} pairs with a bare window`,
  run: (rounds) => atBenchPlace(many, (place) => measure(place, rounds)),
};

/** By itself: a thousand accounts take minutes to come to rest. */
export const memoryCurveBench: Bench = {
  name: 'memory-curve',
  isLong: true,
  rounds: 3,
  about: (rounds) => `memory at rest by the number of accounts, medians of ${rounds}`,
  run: (rounds) => atBenchPlace(many, (place) => measureCurve(place, rounds)),
};

async function measure(place: BenchPlace, rounds: number): Promise<readonly Measure[]> {
  const usher = await (await signIn(place, ['robin', ...members(few - 1)])).usherWith(few);
  return [...(await measurePairs(place, usher, rounds)), ...(await measureGrowth(place, usher))];
}

async function measurePairs(
  place: BenchPlace,
  usher: SignedInUsher,
  rounds: number,
): Promise<readonly Measure[]> {
  const bare = await makeBareApp(join(place.folder, 'bare'), place.env);
  const ofBare: number[] = [];
  const ofUsher: number[] = [];
  // In turn, so that whatever else the machine does falls on both alike; the first time does not count.
  for (let round = -1; round < rounds; round += 1) {
    const [bareMb, usherMb] = [await restingMb(place, bare), await restingMb(place, usher)];
    if (round < 0) continue;
    ofBare.push(bareMb);
    ofUsher.push(usherMb);
  }
  const times = median(ofUsher.map((mb, round) => mb / (ofBare[round] ?? NaN)));
  return [
    told('a bare window', median(ofBare), 'MB'),
    told(`Usher, ${few} accounts`, median(ofUsher), 'MB'),
    aimed('times the bare window', times, '×', mostTimesOfBare),
  ];
}

async function measureCurve(place: BenchPlace, rounds: number): Promise<readonly Measure[]> {
  const signedIn = await signIn(place, members(people));
  const ofEach = new Map<number, readonly number[]>();
  for (const count of curve) {
    const app = await signedIn.usherWith(count);
    for (let round = 0; round < rounds; round += 1)
      ofEach.set(count, [...(ofEach.get(count) ?? []), await restingMb(place, app)]);
  }
  const medianOf = (count: number): number => median(ofEach.get(count) ?? []);
  return [
    ...curve.map((count) => told(`Usher, ${count} accounts`, medianOf(count), 'MB')),
    ...curve.slice(1).map((count) => {
      const growth = Math.log10(medianOf(count) / medianOf(count / 10));
      return aimed(`from ${count / 10} accounts to ${count}`, growth, '^', steepest);
    }),
  ];
}

async function restingMb(place: BenchPlace, app: AppToDrive): Promise<number> {
  const driven = await place.drive(app);
  const mb = await mbAtRest(driven);
  await driven.quit();
  return mb;
}

async function mbAtRest(driven: DrivenApp): Promise<number> {
  await driven.reached('painted', 'shown');
  await atRest(driven.groupId);
  return (await memoryOf(driven.groupId)) / 1e6;
}

/** What a long day of minting and looking around leaves behind, beside what is kept on purpose. */
async function measureGrowth(place: BenchPlace, usher: SignedInUsher): Promise<readonly Measure[]> {
  const driven = await place.drive(usher);
  await driven.reached('painted', 'shown');
  const beforeMb = await mbKept(driven);
  await driven.inPage(changeViews, everyView);
  await driven.inPage(mintAgainAndAgain, mintsAtOnce);
  const usedMb = await mbKept(driven);
  for (let minted: number = mintsAtOnce.count; minted < acts; minted += mintsAtOnce.count)
    await driven.inPage(mintAgainAndAgain, mintsAtOnce);
  await driven.inPage(changeViews, acts - everyView);
  const withGarbageMb = await mbAtRest(driven);
  const afterMb = await mbKept(driven);
  await driven.quit();
  const what = `after ${acts} mints and ${acts} changes of view`;
  return [
    told('before', beforeMb, 'MB'),
    told(`${what}, garbage included`, withGarbageMb, 'MB'),
    told('once each view was seen and each script is there', usedMb, 'MB'),
    told(what, afterMb, 'MB'),
    aimed(`${what}: times before`, afterMb / beforeMb, '×', mostTimesOfBefore),
    aimed(`${what}: times once each view was seen`, afterMb / usedMb, '×', mostTimesOfBefore),
  ];
}

/** Without what is garbage already: when that goes is Chromium's to say, and it takes its time while memory is plenty. */
async function mbKept(driven: DrivenApp): Promise<number> {
  await driven.inMain(async ({ webContents }) => {
    for (const { debugger: inspector } of webContents.getAllWebContents()) {
      inspector.attach();
      await inspector.sendCommand('HeapProfiler.collectGarbage');
      inspector.detach();
    }
    // Which counts, and so collects first.
    process.getBuiltinModule('v8').queryObjects(Map, { format: 'count' });
  }, null);
  return mbAtRest(driven);
}

/** By the keys that lead everywhere; each is painted before the next. */
async function changeViews(count: number): Promise<void> {
  const keys = ['2', ',', 'n', '1'];
  for (let times = 0; times < count; times += 1) {
    const key = keys[times % keys.length] ?? '';
    document.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}
