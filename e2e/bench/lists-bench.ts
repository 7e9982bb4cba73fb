import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../fixtures/until.ts';
import { atBenchPlace, type BenchPlace } from './bench-place.ts';
import { aimed, told, type Bench, type Measure } from './bench.ts';
import type { DrivenApp } from './driven-app.ts';
import { median, p95 } from './median.ts';
import { members, signIn } from './signed-in-usher.ts';

const rows = 5_000;
/** Servers that the palette looks through, beside all else it leads to. */
const paletteServers = 1_000;
const warmUps = 1;
const mostMs = 16;
/** A key that takes longer counts as so long, and is the last. */
const slowestMs = 20_000;
/** Fewer and fewer rows, then all of them again. */
const keys = ['4', '2', '1', 'Backspace', 'Backspace', 'Backspace'] as const;

export const listsBench: Bench = {
  name: 'lists',
  rounds: 15,
  about: (rounds) =>
    `the search of a list of ${rows} and the palette of ${paletteServers}, from a key to the paint of what it leaves, ${rounds * keys.length} keys each`,
  run: async (rounds) => [
    ...(await measure({ ...list, rounds })),
    ...(await measure({ ...palette, rounds })),
  ],
};

interface Search {
  readonly servers: number;
  /** What leads to its field, with Ctrl. */
  readonly key: string;
  readonly field: string;
  readonly name: string;
}

const list: Search = {
  servers: rows,
  key: '2',
  field: 'main input[type="search"]',
  name: 'key to paint',
};

const palette: Search = {
  servers: paletteServers,
  key: 'k',
  field: '[role="dialog"] input[role="combobox"]',
  name: 'palette: key to paint',
};

const measure = (search: Search & { readonly rounds: number }): Promise<readonly Measure[]> =>
  atBenchPlace({ many: { people: 1, serversEach: search.servers } }, (place) =>
    measureAt(place, search),
  );

async function measureAt(
  place: BenchPlace,
  { key, field, name, rounds }: Search & { readonly rounds: number },
): Promise<readonly Measure[]> {
  const usher = await (await signIn(place, members(1))).usherWith(1);
  const driven = await place.drive({ ...usher, key: null });
  await driven.reached('painted', 'shown');
  await driven.inMain(pressKey, { keyCode: key, modifiers: ['control'] });
  const watched = until('the search field', () => driven.inPage(watchSearch, field), slowestMs);
  const typed = (await orTooSlow(watched)) === null ? [slowestMs] : await typeAll(driven, rounds);
  await driven.quit();
  return [
    told(`${name}: median`, median(typed), 'ms'),
    aimed(`${name}: p95`, p95(typed), 'ms', mostMs),
  ];
}

async function typeAll(driven: DrivenApp, rounds: number): Promise<readonly number[]> {
  const typed: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const key of keys) {
      const ms = await orTooSlow(timeOfKey(driven, key));
      if (ms === null) return [...typed, slowestMs];
      if (round >= 0) typed.push(ms);
    }
  }
  return typed;
}

/** Null where it takes so long that the bench goes no further. */
const orTooSlow = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work.catch(() => null), wait(slowestMs, null, { ref: false })]);

/** The page's own record of its keys. */
interface Typed {
  readonly typedMs: number[];
}

/** True once the field is there; it then has the focus, and each key that changes it is timed. */
function watchSearch(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  if (field === null) return false;
  const typedMs: number[] = [];
  Object.assign(globalThis, { typedMs } satisfies Typed);
  let pressedAt = NaN;
  window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), true);
  // After the page's own listeners: what it changes is painted with the next frame, after which the message comes.
  window.addEventListener('input', () => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => typedMs.push(performance.now() - pressedAt);
      port2.postMessage(null);
    });
  });
  field.focus();
  return true;
}

async function timeOfKey(driven: DrivenApp, key: string): Promise<number> {
  const recorded = (): Promise<readonly number[]> =>
    driven.inPage(() => (globalThis as unknown as Typed).typedMs, null);
  const { length } = await recorded();
  await driven.inMain(pressKey, { keyCode: key, modifiers: [] });
  return until('what the key leaves to be painted', async () => (await recorded())[length]);
}

function pressKey(
  { BrowserWindow }: typeof Electron.CrossProcessExports,
  key: { readonly keyCode: string; readonly modifiers: 'control'[] },
): void {
  const page = BrowserWindow.getAllWindows()[0]?.webContents;
  page?.sendInputEvent({ type: 'keyDown', ...key });
  if (key.keyCode.length === 1) page?.sendInputEvent({ type: 'char', ...key });
  page?.sendInputEvent({ type: 'keyUp', ...key });
}
