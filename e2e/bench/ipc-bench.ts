import { setTimeout as wait } from 'node:timers/promises';
import type { UsherBridge } from '../../shared/contract.ts';
import { until } from '../fixtures/until.ts';
import { atBenchPlace, type BenchPlace } from './bench-place.ts';
import { aimed, told, type Bench, type Measure } from './bench.ts';
import type { DrivenApp } from './driven-app.ts';
import { median, p95 } from './median.ts';
import { signIn } from './signed-in-usher.ts';

const mostOverInvokeMs = 0.15;
const mostOverFetchMs = 20;
/** The page's clock is rounded to a tenth of a millisecond: so many are timed together. */
const together = 5;
const groups = 40;
const warmUps = 2;
/** A key that comes sooner after a view was opened was meant for the one before. */
const calmMs = 400;

export const ipcBench: Bench = {
  name: 'ipc',
  rounds: 15,
  about: (rounds) =>
    `the page's requests against a bare invoke, p95 of ${rounds * groups} times ${together}; a mint by key against a bare fetch, medians of ${rounds} pairs`,
  run: (rounds) => atBenchPlace({}, (place) => measure(place, rounds)),
};

async function measure(place: BenchPlace, rounds: number): Promise<readonly Measure[]> {
  const usher = await (await signIn(place, ['robin'])).usherWith(1);
  const driven = await place.drive({ ...usher, key: null });
  await driven.reached('painted', 'shown');
  const invoked: number[] = [];
  const requested: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const times = await driven.inPage(askInTurn, { groups, together });
    if (round < 0) continue;
    invoked.push(...times.invokedMs);
    requested.push(...times.requestedMs);
  }
  const minting = await measureMinting(driven, place, rounds);
  await driven.quit();
  return [
    told('bare invoke: p95', p95(invoked), 'ms'),
    told('request, parsed and answered: p95', p95(requested), 'ms'),
    aimed('more than bare', p95(requested) - p95(invoked), 'ms', mostOverInvokeMs),
    ...minting,
  ];
}

/** One as often as the other, in turn. What is asked for is not there, so that nothing is done for it. */
async function askInTurn(input: {
  readonly groups: number;
  readonly together: number;
}): Promise<{ readonly invokedMs: readonly number[]; readonly requestedMs: readonly number[] }> {
  const { usher, bench } = globalThis as unknown as {
    readonly usher: UsherBridge;
    readonly bench: { echo(payload: unknown): Promise<unknown> };
  };
  const payload = { secret: { kind: 'transient', tokenId: 'none' } } as never;
  const timeOf = async (ask: () => Promise<unknown>): Promise<number> => {
    const startedMs = performance.now();
    for (let times = 0; times < input.together; times += 1) await ask();
    return (performance.now() - startedMs) / input.together;
  };
  const [invokedMs, requestedMs]: [number[], number[]] = [[], []];
  for (let group = 0; group < input.groups; group += 1) {
    invokedMs.push(await timeOf(() => bench.echo(payload)));
    requestedMs.push(await timeOf(() => usher.request('secret.reveal', payload)));
  }
  return { invokedMs, requestedMs };
}

async function measureMinting(
  driven: DrivenApp,
  { plex }: BenchPlace,
  rounds: number,
): Promise<readonly Measure[]> {
  const server = plex.server('Attic');
  const question = {
    url: `${server.url}/security/token?type=delegation&scope=all`,
    headers: {
      accept: 'application/json',
      'x-plex-token': server.accessTokenOf(plex.user('robin')),
    },
  };
  await driven.inPage(openServers, null);
  await until('the server to be listed', () => driven.inPage(focusServer, 'Attic'));
  // The keys count a moment after the view was opened.
  await wait(calmMs);
  const fetched: number[] = [];
  const minted: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const fetchedMs = await driven.inMain(timeFetch, question);
    const mintedMs = await driven.inMain(timeMintByKey, null);
    await until('the token to be kept', () => driven.inPage(isAtRest, null));
    if (round < 0) continue;
    fetched.push(fetchedMs);
    minted.push(mintedMs);
  }
  const overMs = median(minted.map((ms, round) => ms - (fetched[round] ?? NaN)));
  return [
    told('bare fetch of a transient token', median(fetched), 'ms'),
    told('Alt and Enter pressed, token on the clipboard', median(minted), 'ms'),
    aimed('more than the fetch', overMs, 'ms', mostOverFetchMs),
  ];
}

const openServers = (): boolean =>
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '2', ctrlKey: true, bubbles: true }));

/** True once its row in the list of all servers has the focus, where Alt and Enter mint. */
function focusServer(name: string): boolean {
  if (document.querySelector('main input[type="search"]') === null) return false;
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-server-row]')];
  const row = rows.find(({ textContent }) => textContent === name);
  row?.focus();
  return row !== undefined && document.activeElement === row;
}

const isAtRest = (): boolean => document.querySelector('main [aria-busy="true"]') === null;

async function timeFetch(
  { net }: typeof Electron.CrossProcessExports,
  question: { readonly url: string; readonly headers: object },
): Promise<number> {
  const startedMs = performance.now();
  const answer = await net.fetch(question.url, {
    method: 'POST',
    headers: question.headers as Record<string, string>,
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  await answer.text();
  return performance.now() - startedMs;
}

/** Until the clipboard has been told; what has to be kept of the token comes after it. */
function timeMintByKey({
  BrowserWindow,
  clipboard,
}: typeof Electron.CrossProcessExports): Promise<number> {
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const writeText = clipboard.writeText.bind(clipboard);
    const write = clipboard.write.bind(clipboard);
    const tell =
      <Args extends unknown[], T>(act: (...args: Args) => T) =>
      (...args: Args): T => {
        const done = act(...args);
        Object.assign(clipboard, { writeText, write });
        void Promise.resolve(done).then(() => resolve(performance.now() - startedMs));
        return done;
      };
    Object.assign(clipboard, { writeText: tell(writeText), write: tell(write) });
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    page?.sendInputEvent({ type: 'keyDown', keyCode: 'Return', modifiers: ['alt'] });
    page?.sendInputEvent({ type: 'keyUp', keyCode: 'Return', modifiers: ['alt'] });
  });
}
