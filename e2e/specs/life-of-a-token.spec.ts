import { expect } from '@playwright/test';
import { lastMinted } from '../fixtures/last-minted.ts';
import { passInPage } from '../fixtures/pass-in-page.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

/** A press on a button that has just taken another's place was meant for that. */
const settlesAfterMs = 600;

test.describe('The life of a token', () => {
  test('one that died while Usher was closed is shown as dead after the start, with its reason and a way on', async ({
    launch,
    plex,
    desk,
  }) => {
    const first = await launch();
    await signInAs(first, plex, 'robin');
    await first.window.sidebar.openServers('robin');
    await first.window.servers.mint('Cabin');
    await expect(first.window.clipboard.bar).toContainText('Cabin');
    await first.close();
    await plex.server('Cabin').restart();

    const second = await launch({ hasMovableClock: true });
    await second.window.sidebar.openTokens();
    const row = second.window.tokens.row('Cabin');
    await expect(row).toContainText('No longer valid');
    await expect(row).toContainText('Server restarted');
    await expect(row.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
    const mintNew = row.getByRole('button', { name: 'Mint a new one: Cabin' });
    await expect(mintNew).toBeVisible();
    await passInPage(second.page, settlesAfterMs);
    await mintNew.click();
    await expect(second.window.tokens.rows).toHaveCount(1);
    await expect(row).toContainText('Valid');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));

    await second.window.sidebar.openServers('robin');
    await second.window.servers.open('Cabin');
    const facts = second.window.server.facts;
    await facts.getByRole('button', { name: /^Check now/ }).click();
    await expect(facts).toContainText('Valid');

    // 300 ms are soon over on a machine that is busy with other tests.
    await second.slowDown(20);
    await plex.server('Cabin').restart();
    await second.window.sidebar.openPage('Settings');
    await second.window.settings.mintAnew.check();
    await second.window.sidebar.openTokens();
    const dead = lastMinted(plex);
    await second.window.tokens.copy('Cabin');
    await expect(second.window.clipboard.bar).toContainText('New token for Cabin copied');
    expect(lastMinted(plex)).not.toBe(dead);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
  });
});
