import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { pinInLink } from '../fixtures/pin-in-link.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { test } from '../fixtures/usher-test.ts';
import { PlexPages } from '../pages/plex-pages.ts';

const polls = (plex: FakePlex) =>
  plex.requests.list().filter(({ path }) => /^\/api\/v2\/pins\/\d+$/.test(path));

test.describe('Signing in with the browser', () => {
  test('opens the page of Plex in the system browser, and goes on by itself once it is approved there', async ({
    guest: { usher, plex, desk },
    systemBrowser,
  }) => {
    const { window } = usher;
    await window.signIn.startBrowser();
    await expect(window.main).toContainText('Approve the sign-in in your browser');
    await new PlexPages(systemBrowser.page).approve(await desk.nextOpenedLink(), 'robin');
    await expect(window.account.heading).toHaveText('robin');
    await expect.poll(() => desk.keychainSecrets()).toEqual([newestToken(plex, 'robin')]);
  });

  test('tells the page of Plex which app and which computer ask', async ({
    guest: { usher, desk },
    systemBrowser,
  }) => {
    const { window } = usher;
    await window.signIn.startBrowser();
    await systemBrowser.page.goto(await desk.nextOpenedLink());
    const asked = systemBrowser.page.getByRole('main');
    await expect(asked).toContainText('Usher');
    await expect(asked).toContainText('Linux');
    await window.signIn.cancel();
  });

  test('shows the time that is left, and asks Plex every two seconds at most', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await window.signIn.startBrowser();
    await expect(window.signIn.timeLeft).toHaveText(/^(30 min 00|29 min \d\d) s$/);
    await expect.poll(() => polls(plex).length).toBeGreaterThanOrEqual(3);
    const times = polls(plex).map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(1_900);
    plex.approvePin(pinInLink(await desk.nextOpenedLink()), 'sam');
    await expect(window.account.heading).toHaveText('sam');
  });

  test('opens the same page again when asked to', async ({ guest: { usher, desk } }) => {
    const { window, page } = usher;
    await window.signIn.startBrowser();
    const first = await desk.nextOpenedLink();
    await page.getByRole('button', { name: 'Open again' }).click();
    const again = await desk.nextOpenedLink();
    expect(again).toBe(first);
    await window.signIn.cancel();
  });

  test('gives the link out, for a computer that opens no browser', async ({
    launch,
    plex,
    desk,
    systemBrowser,
  }) => {
    await desk.removeBrowser();
    const { window, page } = await launch();
    await window.signIn.startBrowser();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => desk.readClipboard()).toContain(`${plex.baseUrl}/auth`);
    await new PlexPages(systemBrowser.page).approve(await desk.readClipboard(), 'sam');
    await expect(window.account.heading).toHaveText('sam');
  });

  test('is over at once when cancelled, and an approval that comes later changes nothing', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await window.signIn.startBrowser();
    const code = pinInLink(await desk.nextOpenedLink());
    await window.signIn.cancel();
    await expect(window.signIn.ways).toBeVisible();
    const asked = polls(plex).length;
    plex.approvePin(code, 'sam');
    await usher.advance(50_000);
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
    expect(polls(plex)).toHaveLength(asked);
    await expect(window.sidebar.accounts).toHaveCount(0);
  });

  test('can still be cancelled once it is approved, while the account is being read', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { hang: true } });
    await window.signIn.startBrowser();
    plex.approvePin(pinInLink(await desk.nextOpenedLink()), 'sam');
    await expect(window.told('Approved. Storing the token')).toBeVisible();
    await window.signIn.cancel();
    await expect(window.signIn.ways).toBeVisible();
    plex.faults.clear();
    await usher.advance(50_000);
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
    await expect(window.sidebar.accounts).toHaveCount(0);
  });

  test('says when it has run out, and starts again', async ({ launch, plex, desk }) => {
    const { window, page } = await launch();
    await window.signIn.startBrowser();
    const first = pinInLink(await desk.nextOpenedLink());
    plex.clock.advance(1_801_000);
    await expect(window.signIn.error).toContainText('The sign-in ran out');
    await page.getByRole('button', { name: 'Start again' }).click();
    const second = pinInLink(await desk.nextOpenedLink());
    expect(second).not.toBe(first);
    plex.approvePin(second, 'sam');
    await expect(window.account.heading).toHaveText('sam');
  });

  test('loses no approval that comes in the last seconds', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await usher.slowDown(100);
    await window.signIn.startBrowser();
    const code = pinInLink(await desk.nextOpenedLink());
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(1);
    await usher.advance(1_790_000);
    plex.approvePin(code, 'sam');
    await usher.advance(10_000);
    await expect(window.account.heading).toHaveText('sam');
  });

  test('waits on when Plex cannot be asked for a while, and says so', async ({
    launch,
    plex,
    desk,
  }) => {
    const usher = await launch({ hasMovableClock: true });
    const { window } = usher;
    await window.signIn.startBrowser();
    const code = pinInLink(await desk.nextOpenedLink());
    plex.faults.add({ match: { path: '/api/v2/pins/*', method: 'GET' }, action: { reset: true } });
    await expect(window.told('Usher keeps waiting.')).toBeVisible();
    plex.faults.clear();
    plex.approvePin(code, 'sam');
    await usher.advance(20_000);
    await expect(window.account.heading).toHaveText('sam');
  });

  test('goes on when another view is looked at meanwhile', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await window.signIn.startBrowser();
    const code = pinInLink(await desk.nextOpenedLink());
    await window.sidebar.openTokens();
    await expect(window.sidebar.addAccount).toContainText('Waiting for a sign-in');
    plex.approvePin(code, 'sam');
    await expect(window.sidebar.account('sam')).toBeVisible();
    await expect(window.tokens.heading).toBeVisible();
  });

  test('is finished at the next start when the window was closed and the approval came meanwhile', async ({
    launch,
    plex,
    desk,
    systemBrowser,
  }) => {
    const first = await launch();
    await first.window.signIn.startBrowser();
    const link = await desk.nextOpenedLink();
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(1);
    await first.closeWindow();
    const index = await readFile(join(desk.profileFolder, 'index.json'), 'utf8');
    expect(index).not.toContain(pinInLink(link));

    await new PlexPages(systemBrowser.page).approve(link, 'sam');
    const second = await launch();
    await expect(second.window.notices).toContainText('Signed in as sam');
    await expect(second.window.sidebar.account('sam')).toBeVisible();
    await expect.poll(() => desk.keychainSecrets()).toEqual([newestToken(plex, 'sam')]);
  });

  test('keeps an approval that comes right before the window is closed', async ({
    launch,
    plex,
    desk,
  }) => {
    const first = await launch();
    await first.window.signIn.startBrowser();
    plex.approvePin(pinInLink(await desk.nextOpenedLink()), 'sam');
    await first.closeWindow();
    const second = await launch();
    await expect(second.window.sidebar.account('sam')).toBeVisible();
  });
});
