import { expect } from '@playwright/test';
import { test } from '../fixtures/usher-test.ts';

test('What a test asks of the app is answered, and done once, though garbage is collected before the answer is out', async ({
  guest: { usher },
}) => {
  const ask = (): Promise<unknown> =>
    usher.electron.evaluate(() => {
      const { setFlagsFromString } = process.getBuiltinModule('node:v8');
      const { runInNewContext } = process.getBuiltinModule('node:vm');
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => void;
      queueMicrotask(() => collect());
      const counter = globalThis as { timesRun?: number };
      return (counter.timesRun = (counter.timesRun ?? 0) + 1);
    });
  expect([await ask(), await ask()]).toEqual([1, 2]);
});
