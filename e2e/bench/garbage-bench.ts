import type { ElectronApplication, Page } from '@playwright/test';
import { startDisplay } from '../../build/headless-session.mjs';
import { setUp } from '../../build/set-up/set-up.mjs';
import { startKeyringSession } from '../../electron/storage/keychain/testing/keyring-session.ts';
import type { UsherBridge } from '../../shared/contract.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { Desk } from '../fixtures/desk.ts';
import { sampleGarbage } from '../fixtures/fuzz/sample-garbage.ts';
import { sendFromPage } from '../fixtures/fuzz/send-from-page.ts';
import { launchUsher } from '../fixtures/launch-usher.ts';
import type { Bench, Measure } from './bench.ts';
import { median } from './median.ts';

const warmUps = 2;
const atOnce = 10_000;
const longestMs = 100;
const mostTimesOfGood = 2;

export const garbageBench: Bench = {
  name: 'garbage',
  rounds: 9,
  about: (rounds) =>
    `the longest that main is kept from its next turn by ${atOnce} requests at once, medians of ${rounds} rounds`,
  run: async (rounds) => {
    await setUp({ scope: 'headless', buildApp: true });
    const display = await startDisplay();
    const keyring = await startKeyringSession('unlocked');
    const plex = await startFakePlex();
    const desk = await Desk.make(display.name);
    const { env } = keyring;
    const usher = await launchUsher({
      desk,
      plexUrl: plex.baseUrl,
      env: { ...env, DISPLAY: display.name },
    });
    try {
      return await measure(usher.electron, usher.page, rounds);
    } finally {
      await usher.close();
      await desk.clear();
      await plex.stop();
      await keyring.stop();
      await display.stop();
    }
  },
};

async function measure(
  electron: ElectronApplication,
  page: Page,
  rounds: number,
): Promise<readonly Measure[]> {
  const garbage = sampleGarbage(400);
  const refused: number[] = [];
  const answered: number[] = [];
  // In turn, so that whatever else the machine does falls on both alike.
  for (let round = -warmUps; round < rounds; round += 1) {
    const times = [
      await longestTurn(electron, () => sendFromPage(page, garbage, atOnce)),
      await longestTurn(electron, () => sendGoodRequests(page)),
    ] as const;
    if (round < 0) continue;
    refused.push(times[0]);
    answered.push(times[1]);
  }
  const [refusedMs, answeredMs] = [median(refused), median(answered)];
  return [
    { what: 'good ones, answered', value: answeredMs, unit: 'ms', limit: null },
    { what: 'garbage, refused', value: refusedMs, unit: 'ms', limit: longestMs },
    {
      what: 'garbage: times the good',
      value: refusedMs / answeredMs,
      unit: '×',
      limit: mostTimesOfGood,
    },
  ];
}

const sendGoodRequests = (page: Page): Promise<void> =>
  page.evaluate(async (count) => {
    const { usher } = window as unknown as { usher: UsherBridge };
    await Promise.all(Array.from({ length: count }, () => usher.request('app.snapshot', {})));
  }, atOnce);

/** The longest, in milliseconds, that main's event loop was kept from its next turn while `act` ran. */
async function longestTurn(
  electron: ElectronApplication,
  act: () => Promise<unknown>,
): Promise<number> {
  const watch = await electron.evaluateHandle(() => {
    const turns = { longestMs: 0, lastAt: performance.now() };
    const timer = setInterval(() => {
      turns.longestMs = Math.max(turns.longestMs, performance.now() - turns.lastAt);
      turns.lastAt = performance.now();
    }, 1);
    return { turns, timer };
  });
  await act();
  return watch.evaluate(({ turns, timer }) => {
    clearInterval(timer);
    return turns.longestMs;
  });
}
