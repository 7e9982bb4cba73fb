import { expect, test } from 'vitest';
import { createTestClock } from '../testing.ts';
import { createPageRecovery } from './page-recovery.ts';

/** A page, whose every load is written down with the second it came at, and what the person answers. */
const setUp = () => {
  const clock = createTestClock();
  const loadsAtS: number[] = [];
  const answers: ((wantsAnother: boolean) => void)[] = [];
  const recovery = createPageRecovery({
    clock,
    load: () => loadsAtS.push(clock.monotonicMs() / 1000),
    askToTryAgain: () => new Promise((resolve) => answers.push(resolve)),
  });
  /** Dies as soon as it is loaded, until it is given up or nothing more happens in an hour. */
  const dieOnLoad = async (): Promise<void> => {
    for (let seen = -1; seen !== loadsAtS.length;) {
      seen = loadsAtS.length;
      recovery.onDied();
      while (loadsAtS.length === seen && clock.pendingCount() > 0) await clock.advance(500);
    }
  };
  return { clock, recovery, loadsAtS, answers, dieOnLoad };
};

test('a page that dies once is loaded again at once', async () => {
  const { clock, recovery, loadsAtS } = setUp();
  recovery.onDied();
  await clock.advance(0);
  expect(loadsAtS).toEqual([0]);
});

test('a page that dies on load is loaded again later each time, then the person is asked, once', async () => {
  const { clock, recovery, loadsAtS, answers, dieOnLoad } = setUp();
  await dieOnLoad();
  expect(loadsAtS).toHaveLength(4);
  const pausesS = loadsAtS.map((atS, index) => atS - (loadsAtS[index - 1] ?? 0));
  expect(pausesS.map(Math.floor)).toEqual([0, 1, 5, 30]);
  expect(answers).toHaveLength(1);
  recovery.onDied();
  await clock.advance(3_600_000);
  expect(loadsAtS).toHaveLength(4);
  expect(answers).toHaveLength(1);
});

test('a person who wants it tried again gets as many loads anew', async () => {
  const { clock, loadsAtS, answers, dieOnLoad } = setUp();
  await dieOnLoad();
  answers[0]?.(true);
  await clock.advance(0);
  expect(loadsAtS).toHaveLength(5);
  await dieOnLoad();
  expect(loadsAtS).toHaveLength(9);
  expect(answers).toHaveLength(2);
});

test('a person who does not gets none', async () => {
  const { clock, loadsAtS, answers, dieOnLoad } = setUp();
  await dieOnLoad();
  answers[0]?.(false);
  await clock.advance(3_600_000);
  expect(loadsAtS).toHaveLength(4);
});

test('a page that lived for a minute does not die of being loaded, and is loaded again at once', async () => {
  const { clock, recovery, loadsAtS, answers } = setUp();
  for (let day = 0; day < 10; day += 1) {
    await clock.advance(60_000);
    recovery.onDied();
    await clock.advance(0);
    expect(loadsAtS).toHaveLength(day + 1);
  }
  expect(answers).toEqual([]);
});

test('a window that was closed meanwhile loads nothing any more', async () => {
  const waiting = setUp();
  waiting.recovery.onDied();
  waiting.recovery.close();
  waiting.recovery.onDied();
  await waiting.clock.advance(3_600_000);
  expect(waiting.loadsAtS).toEqual([]);

  const asked = setUp();
  await asked.dieOnLoad();
  asked.recovery.close();
  asked.answers[0]?.(true);
  await asked.clock.advance(0);
  expect(asked.loadsAtS).toHaveLength(4);
});
