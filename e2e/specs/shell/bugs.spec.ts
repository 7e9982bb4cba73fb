import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastMinted } from '../../fixtures/last-minted.ts';
import { signInAs } from '../../fixtures/sign-in-as.ts';
import { test } from '../../fixtures/usher-test.ts';
import { until } from '../../fixtures/until.ts';

test.describe('A mistake in main that nobody catches', () => {
  test('goes into the log without its secrets, is told once, and stops no clock', async ({
    launch,
    plex,
    desk,
  }) => {
    const usher = await launch({ hasMovableClock: true });
    const { window, electron } = usher;
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openServers('robin');
    await window.servers.mint('Attic');
    await expect(window.clipboard.bar).toContainText('Attic');
    const token = lastMinted(plex);
    await electron.evaluate((_electron, secret) => {
      setImmediate(() => {
        throw new Error(`thrown with X-Plex-Token=${secret}`);
      });
      void Promise.reject(new Error(`rejected with X-Plex-Token: ${secret}`));
    }, token);
    const log = await until('both mistakes to be in the log', async () => {
      const text = await readFile(join(desk.profileFolder, 'logs/usher.log'), 'utf8');
      return /thrown with/.test(text) && /rejected with/.test(text) ? text : null;
    });
    expect(log).not.toContain(token);
    await window.sidebar.openOverview();
    await expect(window.told('Something went wrong in Usher')).toHaveCount(1);
    const [, reference] = /"reference":"(\w+)"/.exec(log) ?? [];
    await expect(window.notices).toContainText(`See reference ${String(reference)} in the log.`);

    await usher.advance(30_000);
    await expect(window.clipboard.bar).toBeHidden();
    await expect.poll(() => desk.readClipboard()).toBe('');
    await window.sidebar.openServers('robin');
    await window.servers.mint('Attic');
    await expect(window.clipboard.bar).toContainText('Attic');
  });
});
