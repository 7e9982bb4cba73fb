import { expect, test } from 'vitest';
import { ok, type Result } from '../../../shared/result.ts';
import { createTestClock } from '../../testing.ts';
import { limitVaultTime } from './limit-vault-time.ts';
import { createMemoryVault } from './vault-switch.ts';

const setUp = () => {
  const clock = createTestClock();
  const open: (() => void)[] = [];
  const disposedAtMs: number[] = [];
  const limited = limitVaultTime(
    {
      ...createMemoryVault(),
      check: () =>
        new Promise<Result<null>>((resolve) => {
          open.push(() => resolve(ok(null)));
        }),
      dispose: () => {
        disposedAtMs.push(clock.monotonicMs());
      },
    },
    clock,
  );
  /** A call that takes so long. */
  const callFor = async (durationMs: number): Promise<void> => {
    const call = limited.vault.check();
    await clock.advance(durationMs);
    open.pop()?.();
    await call;
  };
  return { limited, clock, disposedAtMs, callFor };
};

test('a call takes as long as it likes while no limit is set', async () => {
  const { clock, limited, disposedAtMs } = setUp();
  void limited.vault.check();
  await clock.advance(3_600_000);
  expect(disposedAtMs).toEqual([]);
});

test('a call that is under way has until the limit, then the vault is disposed of', async () => {
  const { limited, clock, disposedAtMs } = setUp();
  void limited.vault.check();
  await clock.advance(10_000);
  limited.allow(3_000);
  void limited.vault.check();
  await clock.advance(3_600_000);
  expect(disposedAtMs).toEqual([13_000]);
});

test('calls one after the other have the limit together, and the time between them does not count', async () => {
  const { limited, clock, disposedAtMs, callFor } = setUp();
  limited.allow(3_000);
  await callFor(1_500);
  await clock.advance(60_000);
  await callFor(1_000);
  await clock.advance(60_000);
  expect(disposedAtMs).toEqual([]);
  await callFor(3_600_000);
  expect(disposedAtMs).toEqual([123_000]);
});
