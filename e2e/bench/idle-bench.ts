import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { UsherBridge } from '../../shared/contract.ts';
import { makeBareApp } from './bare-app.ts';
import { atBenchPlace, type BenchPlace } from './bench-place.ts';
import { aimed, told, type Bench, type Measure } from './bench.ts';
import type { DrivenApp } from './driven-app.ts';
import { mintAgainAndAgain } from './mint-in-page.ts';
import { atRest, coreTimeOf } from './process-group.ts';
import { signIn } from './signed-in-usher.ts';

const spanMs = 4_000;
const countdowns = 20;
const mostOver = { visible: 0.3, hidden: 0.05 } as const;

export const idleBench: Bench = {
  name: 'idle',
  rounds: 15,
  about: (rounds) =>
    `what ${countdowns} countdowns cost while nobody does anything, over ${(rounds * spanMs) / 1_000} s beside a bare window`,
  run: (rounds) => atBenchPlace({}, (place) => measure(place, rounds)),
};

async function measure(place: BenchPlace, rounds: number): Promise<readonly Measure[]> {
  const bareApp = await makeBareApp(join(place.folder, 'bare'), place.env);
  // Its key leads to the list of tokens.
  const usher = await place.drive(await (await signIn(place, ['robin'])).usherWith(1));
  // A window that opens meanwhile takes the focus, and the key would reach nobody.
  await usher.reached('keyHandled', 'shown');
  const bare = await place.drive({ ...bareApp, key: null });
  await bare.reached('painted', 'shown');
  await usher.inPage(mintAgainAndAgain, { count: countdowns, server: 'Attic' });
  // The clipboard counts down for half a minute, and then no more.
  await usher.inPage(clearClipboard, null);
  await Promise.all([atRest(usher.groupId), atRest(bare.groupId)]);

  const measures: Measure[] = [];
  for (const state of ['visible', 'hidden'] as const) {
    if (state === 'hidden') {
      await Promise.all([usher, bare].map((app) => app.inMain(hideWindow, null)));
      await Promise.all([atRest(usher.groupId), atRest(bare.groupId)]);
    }
    const [ofUsher, ofBare] = await percentOfCore([usher, bare], rounds);
    measures.push(
      told(`${state}: a bare window`, ofBare, '% of a core'),
      told(`${state}: Usher`, ofUsher, '% of a core'),
      aimed(`${state}: more than bare`, ofUsher - ofBare, '% of a core', mostOver[state]),
    );
  }
  await usher.quit();
  await bare.quit();
  return measures;
}

const clearClipboard = (): unknown =>
  (globalThis as unknown as { readonly usher: UsherBridge }).usher.request('clipboard.clear', {});

const hideWindow = ({ BrowserWindow }: typeof Electron.CrossProcessExports): void =>
  BrowserWindow.getAllWindows()[0]?.hide();

/** Of each over the same span: what comes once a minute counts too, so all of it is taken together. */
async function percentOfCore(
  apps: readonly [DrivenApp, DrivenApp],
  rounds: number,
): Promise<readonly [number, number]> {
  const spent = () => Promise.all([coreTimeOf(apps[0].groupId), coreTimeOf(apps[1].groupId)]);
  const [startedMs, before] = [performance.now(), await spent()];
  await wait(rounds * spanMs);
  const [elapsedMs, after] = [performance.now() - startedMs, await spent()];
  return [(100 * (after[0] - before[0])) / elapsedMs, (100 * (after[1] - before[1])) / elapsedMs];
}
