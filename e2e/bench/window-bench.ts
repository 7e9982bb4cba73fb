import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBareApp } from './bare-app.ts';
import { atBenchPlace, type BenchPlace } from './bench-place.ts';
import { aimed, told, type Bench, type Measure } from './bench.ts';
import type { AppToDrive, Start } from './driven-app.ts';
import { median } from './median.ts';
import { members, signIn, type SignedInUsher } from './signed-in-usher.ts';

const mostTimesOfPaint = 1.08;
const mostTimesOfKey = 1.12;
const mostTimesOfFew = 1.1;
const steepest = 1;
/** Of the numbers of accounts that only the curve needs, every so many rounds. */
const curveEvery = 3;

const few = 20;
const counts = [1, 10, few, 100, 1_000] as const;
const many = { people: 1_000, serversEach: 5 };

export const windowBench: Bench = {
  name: 'window',
  rounds: 15,
  about: (rounds) =>
    `from spawn to what the person sees and to the first key that counts, medians of ${rounds} pairs with a bare window`,
  run: (rounds) => atBenchPlace({ many }, (place) => measure(place, rounds)),
};

type Case = 'bare, fresh' | 'bare' | 'Usher, fresh' | `Usher, ${(typeof counts)[number]}`;

async function measure(place: BenchPlace, rounds: number): Promise<readonly Measure[]> {
  const bare = await makeBareApp(join(place.folder, 'bare'), place.env);
  const signedIn = await signIn(place, members(many.people));
  const ushers = new Map<number, SignedInUsher>();
  for (const count of counts) ushers.set(count, await signedIn.usherWith(count));
  const usherOf = (count: number): SignedInUsher => {
    const usher = ushers.get(count);
    if (usher === undefined) throw new Error(`There is no profile of ${count}.`);
    return usher;
  };

  const starts = new Map<Case, Start[]>();
  const time = async (name: Case, app: AppToDrive, isWarmUp: boolean): Promise<void> => {
    const driven = await place.drive(app);
    const start = await driven.reached('painted', 'shown', 'keyHandled');
    await driven.quit();
    if (!isWarmUp) starts.set(name, [...(starts.get(name) ?? []), start]);
  };
  // In turn, so that whatever else the machine does falls on all of them alike; the first time does not count.
  for (let round = -1; round < rounds; round += 1) {
    const isWarmUp = round < 0;
    await rm(bare.profile, { recursive: true, force: true });
    await mkdir(bare.profile);
    await time('bare, fresh', bare, isWarmUp);
    // What Chromium keeps, and not the accounts.
    await rm(join(usherOf(few).profile, 'chromium'), { recursive: true, force: true });
    await time('Usher, fresh', usherOf(few), isWarmUp);
    await time('bare', bare, isWarmUp);
    const isForCurve = round % curveEvery === 0 || isWarmUp;
    for (const count of counts) {
      if (count === few || count === 1_000 || isForCurve)
        await time(`Usher, ${count}`, usherOf(count), isWarmUp);
    }
  }
  return measuresOf((name) => starts.get(name) ?? []);
}

/** A window shows nothing before it is shown. */
const seenMs = ({ painted, shown }: Start): number => Math.max(painted, shown);
const keyMs = ({ keyHandled }: Start): number => keyHandled;

function measuresOf(startsOf: (name: Case) => readonly Start[]): readonly Measure[] {
  const medianOf = (name: Case, msOf: (start: Start) => number): number =>
    median(startsOf(name).map(msOf));
  const pairedWith = (name: Case, other: Case, msOf: (start: Start) => number): number =>
    median(
      startsOf(name).map((start, round) => {
        const against = startsOf(other)[round];
        return against === undefined ? NaN : msOf(start) / msOf(against);
      }),
    );
  const times = (
    what: string,
    [name, other]: readonly [Case, Case],
    msOf: (start: Start) => number,
    limit: number,
  ): Measure => aimed(`${what}: ${name} / ${other}`, pairedWith(name, other, msOf), '×', limit);
  const compared = ['bare, fresh', 'Usher, fresh', 'bare', 'Usher, 20', 'Usher, 1000'] as const;
  const steps = [1, 10, 100] as const;
  return [
    ...compared.map((name) => told(`first sight: ${name}`, medianOf(name, seenMs), 'ms')),
    times('first sight', ['Usher, fresh', 'bare, fresh'], seenMs, mostTimesOfPaint),
    times('first sight', ['Usher, 20', 'bare'], seenMs, mostTimesOfPaint),
    times('first sight', ['Usher, 1000', 'Usher, 20'], seenMs, mostTimesOfFew),
    ...compared.map((name) => told(`first key: ${name}`, medianOf(name, keyMs), 'ms')),
    times('first key', ['Usher, fresh', 'bare, fresh'], keyMs, mostTimesOfKey),
    times('first key', ['Usher, 20', 'bare'], keyMs, mostTimesOfKey),
    times('first key', ['Usher, 1000', 'Usher, 20'], keyMs, mostTimesOfFew),
    ...(['mainBegan', 'ready', 'windowMade', 'pageBegan', 'painted', 'shown'] as const).flatMap(
      (milestone) =>
        (['bare', 'Usher, 20'] as const).map((name) =>
          told(
            `${milestone}: ${name}`,
            medianOf(name, (start) => start[milestone]),
            'ms',
          ),
        ),
    ),
    ...steps.map((count) => {
      const [some, tenfold] = [
        `Usher, ${count}`,
        `Usher, ${(count * 10) as 10 | 100 | 1_000}`,
      ] as const;
      const growth = Math.log10(medianOf(tenfold, keyMs) / medianOf(some, keyMs));
      return aimed(`first key: from ${count} accounts to ${count * 10}`, growth, '^', steepest);
    }),
  ];
}
