import { expect } from '../fixtures/expect.ts';
import { test, windowsOf } from '../fixtures/in-tray-test.ts';
import { keychainEnv } from '../fixtures/keychain-env.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { until } from '../fixtures/until.ts';
import { UsherWindow } from '../pages/usher-window.ts';

test.describe('In the background', () => {
  test('a token is copied from the tray without a window, and cleared from there', async ({
    inTray: { usher, tray },
    plex,
    desk,
  }) => {
    await usher.closeWindowOnly();
    await expect.poll(() => windowsOf(usher)).toBe(0);
    await usher.slowDown(1_000);
    await tray.choose('Copy token for Attic');
    await expect.poll(() => lastMinted(plex)).not.toBe('');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    // What is new in a moment is drawn together.
    await usher.advance(1_000);
    // The menu has names, never a token.
    expect(JSON.stringify(await tray.entries())).not.toContain(lastMinted(plex));
    await tray.choose(/^Clear clipboard \(clears at \d+:\d\d:\d\d/);
    await expect.poll(() => desk.readClipboard()).toBe('');
    expect(await windowsOf(usher)).toBe(0);
  });

  test('Usher shows its window again from the tray, at what was chosen there', async ({
    inTray: { usher, tray },
  }) => {
    await usher.closeWindowOnly();
    const opening = usher.electron.waitForEvent('window');
    await tray.choose('Settings…');
    const window = new UsherWindow(await opening);
    await expect(window.settings.background).toBeChecked();
    await usher.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => windowsOf(usher)).toBe(0);
    const openingAgain = usher.electron.waitForEvent('window');
    await tray.choose('Open Usher');
    await expect(new UsherWindow(await openingAgain).overview.rows).not.toHaveCount(0);
    await usher.endsWith(() => tray.choose('Quit Usher'));
  });

  test('Usher asks for nothing from the tray: with the keychain locked, it opens the window', async ({
    inTray: { usher, tray, keychain },
    plex,
  }) => {
    await usher.closeWindowOnly();
    await keychain.lock();
    const opening = usher.electron.waitForEvent('window');
    await tray.choose('Copy token for Attic');
    const window = new UsherWindow(await opening);
    await expect(window.server.heading).toHaveText('Attic');
    expect(lastMinted(plex)).toBe('');
    await keychain.unlock();
  });

  test('the tray does nothing while the screen is locked', async ({
    inTray: { usher, tray },
    plex,
  }) => {
    await usher.closeWindowOnly();
    const enabled = async (): Promise<number> =>
      (await tray.entries()).filter(({ label, isEnabled }) => label !== '' && isEnabled).length;
    // Said until it is listened to.
    await expect
      .poll(async () => {
        tray.sayScreenIs('locked');
        return enabled();
      })
      .toBe(0);
    await tray.choose('Open Usher', { force: true });
    await tray.choose('Copy token for Attic', { force: true });
    tray.sayScreenIs('unlocked');
    await expect.poll(enabled).toBeGreaterThan(3);
    expect(await windowsOf(usher)).toBe(0);
    expect(lastMinted(plex)).toBe('');
  });

  test('Usher ends with its window where the tray has gone, and goes on where it has come back', async ({
    inTray: { usher, tray },
  }) => {
    await tray.goAway();
    await expect(usher.window.settings.background).toHaveAccessibleDescription(/shows no tray/);
    await tray.comeBack();
    await expect.poll(() => tray.itemCount).toBe(1);
    await usher.closeWindowOnly();
    await tray.goAway();
    // Until it has heard of it, no time counts.
    await usher.endsWith(async () => {
      await until('the end', async () => {
        await usher.advance(10_000);
        return usher.isOver;
      });
    });
  });
});

test('The first time that Usher goes on without its window, and only then, it says so', async ({
  inTray: { usher, tray },
}) => {
  await usher.closeWindowOnly();
  await expect
    .poll(() => tray.notifications)
    .toEqual([{ title: 'Usher keeps running', body: expect.stringContaining('in the tray') }]);
  const opening = usher.electron.waitForEvent('window');
  await tray.choose('Open Usher');
  await opening;
  await usher.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => windowsOf(usher)).toBe(0);
  // Told, like the first time, before the copy that comes after it.
  await usher.slowDown(1_000);
  await tray.choose('Copy token for Attic');
  await expect.poll(() => tray.notifications.length).toBe(2);
  expect(tray.notifications[1]).toMatchObject({ title: 'Token for Attic copied' });
});

test('What needs attention is in the menu of the tray, and marks its picture', async ({
  inTray: { usher, tray },
  plex,
}) => {
  const { sidebar, account } = usher.window;
  const names = async (): Promise<string> => JSON.stringify(await tray.entries());
  await expect.poll(names).toContain('Update required');
  const marked = await tray.picture();
  await usher.slowDown(1_000);
  await sidebar.openAccount(plex.user('robin').title);
  await account.signOut();
  await account.finishSigningOut();
  await usher.advance(1_000);
  await expect.poll(() => tray.picture()).not.toBe(marked);
  expect(await names()).not.toContain('Update required');
});

test('Killed in the background, Usher leaves the tray with nothing of its own left, and is there again when it starts', async ({
  inTray: { usher, tray, keychain },
  launch,
  desk,
}) => {
  await usher.closeWindowOnly();
  await usher.endsWith(() => {
    usher.electron.process().kill('SIGKILL');
    return Promise.resolve();
  });
  await expect.poll(() => tray.itemCount).toBe(0);
  const again = await launch({ env: keychainEnv(keychain, desk) });
  await expect.poll(() => tray.itemCount).toBe(1);
  await again.window.sidebar.openPage('Settings');
  await expect(again.window.settings.background).toBeChecked();
});

test('Without a tray nothing can go on in the background, and the setting says so', async ({
  guest: { usher, plex },
}) => {
  await signInAs(usher, plex, 'robin');
  await usher.window.sidebar.openPage('Settings');
  await expect(usher.window.settings.background).toBeDisabled();
  await expect(usher.window.settings.background).toHaveAccessibleDescription(/shows no tray/);
});
