import { expect } from '../fixtures/expect.ts';
import { launchUsher } from '../fixtures/launch-usher.ts';
import { Desk } from '../fixtures/desk.ts';
import { pressKeys } from '../fixtures/real-keyboard.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { TrayHost } from '../fixtures/tray-host.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { QuickAccessPage } from '../pages/quick-access-page.ts';
import type { Guide } from './guide.ts';

const shortcut = 'ctrl+alt+space';

/** Usher without its window: in the tray, and in quick access. Adds its run. */
export async function backgroundChapter(
  { tour, plex, desk: { display } }: Omit<Guide, 'usher' | 'plexPages'>,
  runs: UsherApp[],
): Promise<void> {
  const desk = await Desk.make(display);
  const tray = await TrayHost.start(process.env);
  const usher = await launchUsher({ desk, plexUrl: plex.baseUrl });
  runs.push(usher);
  tour.watch(usher.page);
  const { window } = usher;

  await tour.step('Goes on in the background, and records a shortcut for everywhere', async () => {
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openPage('Settings');
    await window.settings.background.check();
    await window.settings.recordShortcut();
    await tour.picture(usher.page, 'settings-recording');
    await usher.page.keyboard.press('Control+Alt+Space');
    await expect(window.settings.quickAccess).toContainText('CtrlAltSpace');
    await tour.picture(usher.page, 'settings-background');
  });

  await tour.step(
    'Has the servers, what needs attention and the clipboard in the tray',
    async () => {
      await expect.poll(() => tray.itemCount).toBe(1);
      const entries = await tray.entries();
      await tour.note(
        'tray-menu',
        entries.map(({ label }) => (label === '' ? '──────' : label)),
      );
    },
  );

  await tour.step('Opens quick access by the shortcut, without a window', async () => {
    await usher.closeWindowOnly();
    await expect.poll(() => usher.electron.windows().length).toBe(0);
    const opening = usher.electron.waitForEvent('window');
    await pressKeys(shortcut, desk.env);
    const quick = new QuickAccessPage(await opening);
    tour.watch(quick.page);
    await expect(quick.rows).not.toHaveCount(0);
    await tour.picture(quick.page, 'quick-access');
    await quick.field.fill('att');
    await expect(quick.marked).toContainText('Attic');
    await tour.picture(quick.page, 'quick-access-search');
  });

  await usher.close();
  tray.stop();
  await desk.clear();
}
