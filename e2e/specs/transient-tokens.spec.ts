import { expect } from '@playwright/test';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import type { TestClock } from '../../electron/testing.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';

const hourMs = 3_600_000;

async function mintOn(usher: UsherApp, plex: FakePlex, ...servers: string[]): Promise<void> {
  await signInAs(usher, plex, 'robin');
  await usher.window.sidebar.openServers('robin');
  for (const server of servers) {
    await usher.window.servers.mint(server);
    await expect(usher.window.clipboard.bar).toContainText(server);
  }
  await usher.window.sidebar.openTokens();
}

test.describe('The list of transient tokens', () => {
  test('forgets a token when told to: in the list, and in the keychain', async ({
    guest: { usher, plex, desk },
  }) => {
    await mintOn(usher, plex, 'Attic', 'Cabin');
    const before = await desk.keychainSecrets();
    await usher.window.tokens.forget('Cabin');
    await expect(usher.window.tokens.rows).toHaveCount(1);
    const forgotten = async (): Promise<readonly string[]> => {
      const after = await desk.keychainSecrets();
      return before.filter((secret) => !after.includes(secret));
    };
    await expect.poll(forgotten).toEqual([lastMinted(plex)]);
  });

  test('counts down for 48 hours, asleep or awake, shows what has run out as expired, and drops it a day later', async ({
    launch,
    plex,
    desk,
  }) => {
    const usher = await launch({ hasMovableClock: true });
    await mintOn(usher, plex, 'Attic');
    await expect(usher.window.tokens.row('Attic')).toContainText(/48 h 00 min|47 h 59 min/);
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(2);
    // Else Plex would tell a time that the app has not come to yet.
    plex.faults.add({ match: { host: 'plex' }, action: { reset: true } });
    const sleep = async (durationMs: number): Promise<void> => {
      plex.clock.advance(durationMs);
      await usher.electron.evaluate(({ powerMonitor }, ms) => {
        const { movableClock } = globalThis as unknown as { movableClock: TestClock };
        powerMonitor.emit('suspend');
        movableClock.setNow(movableClock.now() + ms);
        powerMonitor.emit('resume');
      }, durationMs);
    };
    await sleep(47 * hourMs);
    await expect(usher.window.tokens.row('Attic')).toContainText(/59 min|1 h 00 min/);
    await sleep(hourMs + 2_000);
    await expect(usher.window.tokens.row('Attic')).toContainText('Expired');
    await sleep(24 * hourMs);
    await expect(usher.window.tokens.rows).toHaveCount(0);
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(1);
  });
});
