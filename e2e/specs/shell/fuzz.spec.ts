import { expect, type ElectronApplication, type Page } from '@playwright/test';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requestChannel } from '../../../shared/ipc/channels.ts';
import { requestNames } from '../../../shared/ipc/request-names.ts';
import type { UsherBridge } from '../../../shared/ipc/usher-bridge.ts';
import { arbitraryGarbage } from '../../fixtures/fuzz/arbitrary-garbage.ts';
import type { Garbage } from '../../fixtures/fuzz/garbage.ts';
import { makeGarbage } from '../../fixtures/fuzz/make-garbage.ts';
import { test } from '../../fixtures/usher-test.ts';

const refusal = '{"ok":false,"error":{"code":"request.invalid"}}';
const longestWorkMs = 100;
const seed = 20_261;

/** How many answers came of each kind. */
type Tally = Record<string, number>;

/** Sends every value on every channel, `atOnce` at a time, through the functions that the page has. */
const sendFromPage = (page: Page, values: readonly Garbage[], atOnce: number): Promise<Tally> =>
  page.evaluate(
    async ({ source, names, recipes, size }) => {
      const { usher } = window as unknown as {
        usher: { request(name: string, input: unknown): Promise<unknown> };
      };
      const make = (0, eval)(`(${source})`) as (recipe: unknown) => unknown;
      const tally: Record<string, number> = {};
      const send = async (name: string, value: unknown): Promise<void> => {
        let outcome: string;
        try {
          outcome = JSON.stringify(await usher.request(name, value));
        } catch (error) {
          outcome = `not sent: ${(error as Error).message}`;
        }
        tally[outcome] = (tally[outcome] ?? 0) + 1;
      };
      let waiting: Promise<void>[] = [];
      for (const recipe of recipes) {
        const value = make(recipe);
        for (const name of names) waiting.push(send(name, value));
        if (waiting.length < size) continue;
        await Promise.all(waiting);
        waiting = [];
      }
      await Promise.all(waiting);
      return tally;
    },
    { source: makeGarbage.toString(), names: requestNames, recipes: values, size: atOnce },
  );

interface Wait {
  /** By the clock, which also runs while the machine does something else. */
  readonly wallMs: number;
  /** What main itself worked meanwhile. */
  readonly workMs: number;
}

/** The longest that main's event loop was kept from its next turn while `act` ran. */
async function longestWait(electron: ElectronApplication, act: () => Promise<void>): Promise<Wait> {
  await electron.evaluate(() => {
    const longest = { wallMs: 0, workMs: 0 };
    let at = performance.now();
    let used = process.cpuUsage();
    const turn = setInterval(() => {
      const work = process.cpuUsage(used);
      longest.wallMs = Math.max(longest.wallMs, performance.now() - at);
      longest.workMs = Math.max(longest.workMs, (work.user + work.system) / 1000);
      at = performance.now();
      used = process.cpuUsage();
    }, 1);
    Object.assign(globalThis, { longest, turn });
  });
  await act();
  return electron.evaluate(() => {
    const { longest, turn } = globalThis as unknown as { longest: Wait; turn: NodeJS.Timeout };
    clearInterval(turn);
    return longest;
  });
}

/** The same values straight to main's doors, as they come out of a structured clone, without the page's functions. */
const sendToDoors = (electron: ElectronApplication, values: readonly Garbage[]): Promise<Tally> =>
  electron.evaluate(
    async ({ BrowserWindow, ipcMain }, { source, channels, recipes }) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: unknown, payload: unknown) => Promise<unknown>>;
      };
      const sender = BrowserWindow.getAllWindows()[0]?.webContents;
      const event = { sender, senderFrame: sender?.mainFrame };
      const make = (0, eval)(`(${source})`) as (recipe: unknown) => unknown;
      const tally: Record<string, number> = {};
      for (const recipe of JSON.parse(recipes) as readonly unknown[]) {
        const value = structuredClone(make(recipe));
        for (const channel of channels) {
          const outcome = JSON.stringify(await handlers.get(channel)?.(event, value));
          tally[outcome] = (tally[outcome] ?? 0) + 1;
        }
        // As between two messages.
        await new Promise((done) => setImmediate(done));
      }
      return tally;
    },
    {
      source: makeGarbage.toString(),
      channels: requestNames.map(requestChannel),
      // As a text: the inspector closes the connection over what nests as deep as some of them do.
      recipes: JSON.stringify(values),
    },
  );

const sample = (numRuns: number): readonly Garbage[] =>
  fc.sample(arbitraryGarbage, { numRuns, seed: seed + numRuns });

const tenMegabytes: readonly Garbage[] = [
  { kind: 'longText', length: 10_000_000 },
  { kind: 'object', entries: [['text', { kind: 'longText', length: 10_000_000 }]] },
  { kind: 'bytes', length: 10_000_000 },
];

test.describe('Garbage from the page', () => {
  test('is refused a hundred thousand times, ten thousand at once, and keeps main from nothing', async ({
    launch,
    plex,
    desk,
  }, testInfo) => {
    const { page, electron } = await launch();
    const phases: Record<string, () => Promise<Tally>> = {
      'one after the other': () => sendFromPage(page, sample(3_600), 250),
      'ten thousand at once': () => sendFromPage(page, sample(400), 10_000),
      'ten megabytes each': () => sendFromPage(page, tenMegabytes, 25),
    };
    let sent = 0;
    for (const [name, act] of Object.entries(phases)) {
      let tally: Tally = {};
      const wait = await longestWait(electron, async () => {
        tally = await act();
      });
      testInfo.annotations.push({ type: name, description: JSON.stringify({ tally, wait }) });
      expect(Object.keys(tally), name).toEqual([refusal]);
      expect(wait.workMs, name).toBeLessThan(longestWorkMs);
      sent += tally[refusal] ?? 0;
    }
    expect(sent).toBeGreaterThanOrEqual(100_000);

    // The page's side already refuses what is like no request; main has to do so by itself. The work is the test's own.
    const tally = await sendToDoors(electron, sample(1_000));
    expect(tally).toEqual({ [refusal]: 1_000 * requestNames.length });

    const snapshot = await page.evaluate(() =>
      (window as unknown as { usher: UsherBridge }).usher.request('app.snapshot', {}),
    );
    expect(snapshot).toMatchObject({
      ok: true,
      value: { accounts: [], signIn: { kind: 'idle' } },
    });
    expect(plex.requests.list()).toEqual([]);
    expect(await desk.openedLinks()).toEqual([]);
    const log = await readFile(join(desk.profileFolder, 'logs/usher.log'), 'utf8');
    expect(log).not.toContain('request.bug');
  });
});
