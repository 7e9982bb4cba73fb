import { expect } from '../fixtures/expect.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk } from '../fixtures/desk.ts';
import { launchUsher } from '../fixtures/launch-usher.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import type { Guide } from './guide.ts';

/** Starts on a computer without a keychain, and with a list of accounts that cannot be read. Adds the two runs. */
export async function keychainChapter(
  guide: Omit<Guide, 'usher' | 'plexPages'>,
  runs: UsherApp[],
): Promise<void> {
  const { tour, plex, desk } = guide;

  await tour.step('Says that there is no keychain, before a password is typed', async () => {
    const other = await Desk.make(desk.display);
    const usher = await launchUsher({
      desk: other,
      plexUrl: plex.baseUrl,
      env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    });
    runs.push(usher);
    tour.watch(usher.page);
    await expect(usher.window.signIn.keychainTrouble).toBeVisible();
    await tour.pictures(usher, 'no-keychain');
    await usher.window.signIn.openDoctor();
    await expect(usher.window.told('What to do')).not.toHaveCount(0);
    await tour.picture(usher.page, 'keychain-doctor-trouble');
    await usher.page.getByRole('main').getByRole('button', { name: 'Back' }).click();
    await usher.window.signIn.useSessionOnly();
    await expect(usher.window.told('Tokens are in memory only')).toBeVisible();
    await tour.pictures(usher, 'this-session-only');
    await usher.close();
    await other.clear();
  });

  await tour.step('Keeps a list of accounts it cannot read, and says so', async () => {
    for (const name of ['index.json', 'index.json.backup']) {
      await writeFile(join(desk.profileFolder, name), '{"version":1,"da');
    }
    const usher = await launchUsher({ desk, plexUrl: plex.baseUrl });
    runs.push(usher);
    tour.watch(usher.page);
    await expect(
      usher.window.notices.getByText('The list of accounts couldn’t be read'),
    ).toBeVisible();
    await expect(usher.window.signIn.continueInBrowser).toBeEnabled();
    await tour.picture(usher.page, 'profile-unreadable');
    await usher.close();
  });
}
