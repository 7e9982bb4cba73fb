import { setTimeout as wait } from 'node:timers/promises';
import type { UsherBridge } from '../../shared/contract.ts';
import { TrayHost } from '../fixtures/tray-host.ts';
import { until } from '../fixtures/until.ts';
import { atBenchPlace, type BenchPlace } from './bench-place.ts';
import { told, type Bench, type Measure } from './bench.ts';
import { atRest, coreTimeOf, memoryOf } from './process-group.ts';
import { members, signIn } from './signed-in-usher.ts';

const few = 20;
const spanMs = 4_000;

export const backgroundBench: Bench = {
  name: 'background',
  rounds: 15,
  about: (rounds) =>
    `Usher in the tray without a window, ${few} accounts: memory (PSS), and what it costs over ${(rounds * spanMs) / 1_000} s`,
  run: (rounds) =>
    atBenchPlace({ many: { people: few, serversEach: 5 } }, (place) => measure(place, rounds)),
};

async function measure(place: BenchPlace, rounds: number): Promise<readonly Measure[]> {
  const tray = await TrayHost.start(place.env);
  try {
    const signedIn = await signIn(place, ['robin', ...members(few - 1)]);
    const usher = await place.drive(await signedIn.usherWith(few));
    await usher.reached('painted', 'shown');
    await usher.inPage(goOnInBackground, null);
    await until('the item in the tray', () => Promise.resolve(tray.itemCount === 1));
    await atRest(usher.groupId);
    const withWindowMb = (await memoryOf(usher.groupId)) / 1e6;
    await usher.inMain(closeWindow, null);
    await atRest(usher.groupId);
    const withoutMb = (await memoryOf(usher.groupId)) / 1e6;
    const [startedMs, before] = [performance.now(), await coreTimeOf(usher.groupId)];
    await wait(rounds * spanMs);
    const spentMs = (await coreTimeOf(usher.groupId)) - before;
    const percent = (100 * spentMs) / (performance.now() - startedMs);
    await usher.quit();
    return [
      told('with its window', withWindowMb, 'MB'),
      told('without a window', withoutMb, 'MB'),
      told('without a window: of with it', withoutMb / withWindowMb, '×'),
      told('without a window: at rest', percent, '% of a core'),
    ];
  } finally {
    tray.stop();
  }
}

const goOnInBackground = (): unknown =>
  (globalThis as unknown as { readonly usher: UsherBridge }).usher.request('settings.update', {
    isInBackground: true,
  });

const closeWindow = ({ BrowserWindow }: typeof Electron.CrossProcessExports): void =>
  BrowserWindow.getAllWindows()[0]?.close();
