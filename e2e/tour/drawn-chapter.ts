import buildClockedMain from '../fixtures/build-clocked-main.ts';
import { Desk } from '../fixtures/desk.ts';
import { expect } from '../fixtures/expect.ts';
import { launchUsher } from '../fixtures/launch-usher.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * The first screen of a returning person and the servers of all accounts, as they are drawn: the same accounts, servers
 * and pins, and tokens with as much time left. Adds its runs.
 */
export async function drawnChapter(
  { tour, plex, desk: { display } }: Omit<Guide, 'usher' | 'plexPages'>,
  runs: UsherApp[],
): Promise<void> {
  const desk = await Desk.make(display);
  await buildClockedMain();
  const usher = await launchUsher({ desk, plexUrl: plex.baseUrl, hasMovableClock: true });
  runs.push(usher);
  const { window, page } = usher;
  const { overview, servers, sidebar } = window;
  tour.watch(page);
  const escape = (): Promise<void> => page.keyboard.press('Escape');
  let passedMs = 0;

  await tour.step('Greets, and opens each way to sign in where the choice was', async () => {
    const { signIn } = window;
    await expect(signIn.continueInBrowser).toBeEnabled();
    await tour.pictures(usher, 'welcome');
    await signIn.startBrowser();
    await expect(signIn.waiting).toBeVisible();
    await tour.pictures(usher, 'sign-in-browser');
    await signIn.cancel();
    await signIn.startCode();
    await expect(signIn.qrCode).toBeVisible();
    await tour.pictures(usher, 'sign-in-code');
    await signIn.cancel();
    await signIn.enter('robin', 'robin-demo-password');
    await signIn.enterCode('419');
    await tour.pictures(usher, 'verification-code');
    await page.getByRole('button', { name: 'Back to your password' }).click();
    await signIn.otherWays.click();
  });

  await tour.step('Has the servers at hand from the first day', async () => {
    await signInAs(usher, plex, 'robin');
    await sidebar.openOverview();
    await expect(overview.rows).not.toHaveCount(0);
    await expect(overview.refreshButton).toBeEnabled();
    await tour.pictures(usher, 'overview-first-day');
  });

  await tour.step('Signs in to the other accounts, and mints over two days', async () => {
    await sidebar.openHome('robin');
    await window.home.getToken('Juno');
    await window.home.enterPin('4321');
    await expect(window.home.row('Juno').getByText('Added', { exact: true })).toBeVisible();
    await signInAs(usher, plex, 'sam');
    await signInAs(usher, plex, 'ada');
    const mint = async (account: string, server: string): Promise<void> => {
      await sidebar.openServers(account);
      await servers.mint(server);
      await expect(window.clipboard.bar).toBeVisible();
      await window.clipboard.clearNow();
      await expect(window.clipboard.bar).toBeHidden();
    };
    const pass = async (durationMs: number, secretCount: number): Promise<void> => {
      // A call to the keychain that is under way is given up by such a jump.
      const countKept = async (): Promise<number> => (await desk.keychainSecrets()).length;
      await expectSoon('the keychain', countKept, secretCount);
      // Usher goes by the time of Plex: in between its tokens have more left, never less.
      await usher.advance(durationMs);
      await plex.advance(durationMs);
      passedMs += durationMs;
    };
    await mint('Juno', 'Attic');
    await pass(19 * hourMs, 5);
    await mint('robin', 'Attic');
    await pass(16 * hourMs, 6);
    await mint('robin', 'Loft');
    await pass(50 * minuteMs, 7);
    for (const server of ['Attic', 'Cabin', 'Loft', "Granny's"]) {
      await servers.pin('robin', server);
    }
  });

  await tour.step('Says what is wrong with a password, and keeps what was typed', async () => {
    await sidebar.openSignIn();
    await expect(window.signIn.continueInBrowser).toBeEnabled();
    await tour.pictures(usher, 'add-account');
    await window.signIn.enter('robin', 'not-the-password');
    await expect(window.signIn.error.getByText('Wrong username or password')).toBeVisible();
    await tour.pictures(usher, 'password-wrong');
  });

  await tour.step('Copies a token with one key, and reads the real clipboard back', async () => {
    await sidebar.openOverview();
    await expect(overview.firstRow).toBeFocused();
    await expect
      .poll(async () => {
        // One that comes right after the view has opened was meant for what was there before.
        await page.keyboard.press('Enter');
        return window.clipboard.bar.isVisible();
      })
      .toBe(true);
    await tour.pictures(usher, 'overview-copied');
    const copied = await desk.readClipboard();
    await expectSoon('a token', () => Promise.resolve(copied.startsWith('transient-')), true);
    await window.clipboard.clearNow();
    await expect(window.clipboard.bar).toBeHidden();
  });

  await tour.step('Says once what needs attention, each with its one action', async () => {
    await plex.revokeAll('sam');
    await overview.refresh();
    await expect(window.notices).toContainText('Signed out by Plex');
    await expect(overview.refreshButton).toBeEnabled();
    await overview.firstRow.focus();
    // For a moment its button says what was done last.
    await expect(window.told(/^Copied$/u)).toBeHidden();
    await tour.pictures(usher, 'overview');
    await page.keyboard.press('Control+k');
    await window.palette.field.fill('att');
    await expect(window.palette.marked).toContainText('Attic');
    await tour.pictures(usher, 'palette');
    await window.palette.field.fill('');
    await tour.picture(page, 'palette-at-first');
    await page.keyboard.press('Tab');
    await tour.picture(page, 'palette-server');
    await escape();
    await escape();
    await expect(window.palette.dialog).toBeHidden();
    await page.emulateMedia({ contrast: 'more' });
    await tour.pictures(usher, 'overview-contrast');
    await page.emulateMedia({ contrast: 'no-preference' });
    await tour.pictures(usher, 'overview-menu', async () => {
      await escape();
      await window.openMenu();
    });
  });

  await tour.step('Lists the servers of all accounts: filtered, sorted, searched', async () => {
    await sidebar.openPage('Servers');
    const loft = servers.rowOf('robin', 'Loft');
    for (const server of ['Loft', "Granny's"]) await servers.pin('robin', server);
    await servers.heading.focus();
    await tour.pictures(usher, 'servers-of-all');
    await tour.pictures(usher, 'servers-popover', async () => {
      await escape();
      await loft.getByRole('button', { name: 'Update required' }).click();
      await expect(page.getByRole('dialog', { name: 'Update Loft' })).toBeVisible();
    });
    await escape();
    await loft.getByRole('button', { name: 'More actions: Loft' }).click();
    await expect(page.getByRole('menuitem', { name: 'Open server' })).toBeVisible();
    await tour.picture(page, 'servers-row-menu');
    await escape();
    await servers.search.fill('barn');
    await expect(servers.rows).toHaveCount(1);
    await tour.pictures(usher, 'servers-filtered');
    await servers.search.fill('no such server');
    await expect(window.told('contains “no such server”')).toBeVisible();
    await tour.pictures(usher, 'servers-not-found');
  });

  await tour.step('Shows a server and an account in every size', async () => {
    await servers.search.fill('');
    await servers
      .rowOf('robin', 'Attic')
      .getByRole('button', { name: 'Attic', exact: true })
      .click();
    await expect(window.server.copyToken).toBeVisible();
    await tour.pictures(usher, 'server-drawn');
    await window.server.unfold();
    await window.server.askAboutSource();
    await tour.pictures(usher, 'server-unfolded');
    await sidebar.openProfile('robin');
    await expect(window.account.group('Plex Home')).toContainText('You, ');
    await tour.pictures(usher, 'account-drawn');
    await window.account.dataTab.click();
    await expect(window.account.group('Identity')).toBeVisible();
    await tour.pictures(usher, 'account-data-drawn');
  });

  await tour.step('Shows the devices of an account, two of them chosen', async () => {
    await sidebar.openDevices('robin');
    const { devices } = window;
    await tour.pictures(usher, 'devices-drawn');
    await devices.select('Old Barn');
    await devices.select('Loft');
    await tour.pictures(usher, 'devices-drawn-chosen');
    await window.main.getByRole('button', { name: 'Clear selection' }).click();
  });

  await tour.step('Shows who is in a Plex Home', async () => {
    await sidebar.openHome('robin');
    await expect(window.home.row('Juno')).toBeVisible();
    await tour.pictures(usher, 'home-drawn');
  });

  await tour.step(
    'Shows the tokens of all accounts, what was done with them, and what a pasted one is',
    async () => {
      await sidebar.openTokens();
      await expect(window.tokens.rows).not.toHaveCount(0);
      await tour.pictures(usher, 'tokens-drawn');
      await sidebar.openPage('Activity');
      await expect(window.activity.entries).not.toHaveCount(0);
      await tour.pictures(usher, 'activity-drawn');
      await sidebar.openPage('Identify');
      // A server's own is in the chapter of this page: here robin's sign-ins were revoked, and with them that.
      const [token] = await plex.liveTokens('edith');
      await window.identify.paste(`PLEX_TOKEN=${token ?? ''}`);
      await expect(window.identify.token('Account token of')).toBeVisible();
      await tour.pictures(usher, 'identify-drawn');
    },
  );

  await tour.step('Has its choices in sections, and takes the theme at once', async () => {
    await sidebar.openPage('Settings');
    await expect(window.settings.mintAnew).toBeVisible();
    await window.settings.mintAnew.check();
    await tour.pictures(usher, 'settings');
    await window.settings.sections.getByRole('button', { name: 'Unencrypted servers' }).click();
    await tour.pictures(usher, 'settings-lower');
    await window.settings.mintAnew.uncheck();
    await window.settings.search.fill('token');
    await tour.picture(page, 'settings-found');
    await window.settings.search.fill('');
  });

  await usher.close();
  await tour.step('Says in the overview that the keychain does not answer', async () => {
    const without = await launchUsher({
      desk,
      plexUrl: plex.baseUrl,
      env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
      hasMovableClock: true,
    });
    runs.push(without);
    tour.watch(without.page);
    await without.advance(passedMs);
    await expect(without.window.keychainTrouble).toBeVisible();
    await tour.pictures(without, 'overview-no-keychain');
    await without.close();
  });
  await desk.clear();
}
