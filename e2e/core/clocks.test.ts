import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { ServerId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { createRunningClock } from '../../electron/testing.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What a machine under load may take, and the whole seconds of a `Date` header. */
const toleranceMs = 60_000;

let plex: FakePlex;
let core: CoreUnderTest;

beforeEach(async () => {
  plex = await startFakePlex();
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
});

const mintOnAttic = async (): Promise<void> => {
  const accountId = await signInWithPassword(core, plex, 'robin');
  const serverId = plex.server('Attic').machineIdentifier as ServerId;
  await core.mint({ accountId, serverId });
};
const remainingMs = (): number => core.snapshot().tokens[0]?.remainingMs ?? Number.NaN;
const expectRemaining = (expectedMs: number): void => {
  expect(Math.abs(remainingMs() - expectedMs)).toBeLessThan(toleranceMs);
};

describe('the time that a transient token has left', () => {
  test.each([
    ['a day ahead', dayMs],
    ['a day behind', -dayMs],
  ])(
    'is the same on a computer whose clock is %s, also at the next start',
    async (_case, offMs) => {
      const clock = createRunningClock();
      clock.setNow(clock.now() + offMs);
      const files = createMemoryProfileFiles();
      const vault = { ...createMemoryVault(), dispose: () => undefined };
      core = await startCore({ plexUrl: plex.baseUrl, clock, files, vault });
      await mintOnAttic();
      expectRemaining(2 * dayMs);
      // Shown by this computer's clock, or it would read "minted a day ago".
      expect(Math.abs((core.snapshot().tokens[0]?.mintedAt ?? 0) - clock.now())).toBeLessThan(
        toleranceMs,
      );
      await core.usher.close();
      core = await startCore({ plexUrl: plex.baseUrl, clock, files, vault });
      await core.usher.settle();
      expectRemaining(2 * dayMs);
    },
  );

  test.each([
    ['forward', dayMs],
    ['back', -dayMs],
  ])('is untouched when the clock is put %s by a day', async (_case, jumpMs) => {
    core = await startCore({ plexUrl: plex.baseUrl });
    await mintOnAttic();
    core.clock.setNow(core.clock.now() + jumpMs);
    expectRemaining(2 * dayMs);
    plex.clock.advance(hourMs);
    await core.clock.advance(hourMs);
    expectRemaining(2 * dayMs - hourMs);
  });

  test('is right at once after sleep, and the page is told', async () => {
    core = await startCore({ plexUrl: plex.baseUrl });
    await mintOnAttic();
    const told = core.waitFor('tokens', ([token]) => (token?.remainingMs ?? 0) < dayMs);
    core.sleep(30 * hourMs);
    await told;
    expectRemaining(18 * hourMs);
    core.sleep(30 * hourMs);
    expect(remainingMs()).toBe(0);
  });

  test('has no part in a token’s end where Plex has not told the time: nothing is dropped for a wrong clock', async () => {
    const files = createMemoryProfileFiles();
    const vault = { ...createMemoryVault(), dispose: () => undefined };
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    await mintOnAttic();
    await core.usher.close();
    const clock = createRunningClock();
    clock.setNow(clock.now() + 30 * dayMs);
    plex.faults.add({ match: { host: 'plex' }, action: { reset: true } });
    core = await startCore({ plexUrl: plex.baseUrl, clock, files, vault });
    await core.usher.settle();
    expect(core.snapshot().tokens).toMatchObject([{ remainingMs: 0 }]);
    plex.faults.clear();
    const account = core.snapshot().accounts[0];
    if (account === undefined) throw new Error('no account');
    await core.must('account.load', { accountId: account.id });
    expectRemaining(2 * dayMs);
  });
});
