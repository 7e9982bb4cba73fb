import { expect } from '../fixtures/expect.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';

/** What Chromium keeps for the page once garbage is collected, whether it is in the document or not. */
async function countKept(usher: UsherApp): Promise<{ nodes: number; listeners: number }> {
  return usher.electron.evaluate(async ({ BrowserWindow }) => {
    const inspector = BrowserWindow.getAllWindows()[0]?.webContents.debugger;
    inspector?.attach();
    await inspector?.sendCommand('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = (await inspector?.sendCommand('Memory.getDOMCounters')) as {
      nodes: number;
      jsEventListeners: number;
    };
    inspector?.detach();
    return { nodes, listeners: jsEventListeners };
  });
}

test('A view, a dialog or a menu leaves nothing of itself in memory when it is left', async ({
  launch,
  plex,
}) => {
  const usher = await launch();
  const { window, page } = usher;
  const { overview, servers, server, tokens, settings, identify, account, devices, home } = window;
  await signInAs(usher, plex, 'robin');
  const rounds = 4;

  const lookAround = async (): Promise<void> => {
    await page.keyboard.press('Control+2');
    await servers.open('Attic');
    await expect(server.heading).toHaveText('Attic');
    await page.keyboard.press('Control+3');
    await expect(tokens.heading).toBeVisible();
    await page.keyboard.press('Control+,');
    await expect(settings.tokenForm).toBeVisible();
    await window.sidebar.openPage('Identify');
    await expect(identify.type).toBeVisible();
    await window.sidebar.openPage('Activity');
    await expect(window.activity.entriesOf('Signed in')).not.toHaveCount(0);
    await window.sidebar.openAccount('robin');
    await account.openRecord();
    await expect(account.recordTree).toBeVisible();
    await account.askToSignOut();
    await expect(account.signOutDialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(account.signOutDialog).toBeHidden();
    await window.sidebar.openDevices('robin');
    await expect(devices.row('Living room')).toBeVisible();
    await window.sidebar.openHome('robin');
    await expect(home.row('Guest')).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(window.palette.field).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+/');
    await expect(window.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await window.sidebar.addAccount.click();
    await expect(window.signIn.continueInBrowser).toBeVisible();
    await window.sidebar.openKeychain();
    await expect(window.main.getByRole('heading', { level: 1 })).toHaveText('Keychain');
    await page.keyboard.press('Control+1');
    await expect(overview.rows).not.toHaveCount(0);
  };

  await lookAround();
  await lookAround();
  const looks = [await countKept(usher)];
  for (let round = 0; round < rounds; round += 1) {
    await lookAround();
    looks.push(await countKept(usher));
  }
  const growths = (kind: 'nodes' | 'listeners'): readonly number[] =>
    looks.slice(1).map((look, at) => look[kind] - (looks[at]?.[kind] ?? 0));
  const perRound = (kind: 'nodes' | 'listeners'): number =>
    growths(kind).reduce((sum, growth) => sum + growth, 0) / rounds;
  // What is left behind is left in every round.
  expect(Math.min(...growths('nodes'))).toBeLessThanOrEqual(0);
  expect(Math.min(...growths('listeners'))).toBeLessThanOrEqual(0);
  // Up to nine nodes may be there at one look and not at another; a view that stays has a hundred a round.
  expect(perRound('nodes')).toBeLessThan(10);
  expect(perRound('listeners')).toBeLessThan(2);
});
