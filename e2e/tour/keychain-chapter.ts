import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk } from '../fixtures/desk.ts';
import { launchUsher } from '../fixtures/launch-usher.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import type { Guide } from './guide.ts';

/** Starts on a computer without a keychain, and with a list of accounts that cannot be read. Answers the two runs. */
export async function keychainChapter(
  guide: Omit<Guide, 'usher' | 'plexPages'>,
): Promise<readonly UsherApp[]> {
  const { tour, plex, desk } = guide;
  const runs: UsherApp[] = [];

  await tour.step('Says that there is no keychain, before a password is typed', async () => {
    const other = await Desk.make(desk.display);
    const usher = await launchUsher({
      desk: other,
      plexUrl: plex.baseUrl,
      env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    });
    runs.push(usher);
    await usher.window.signIn.keychainTrouble.waitFor();
    await tour.picture(usher.page, 'no-keychain');
    await usher.window.sidebar.openKeychain();
    await usher.page.getByText('What to do').first().waitFor();
    await tour.picture(usher.page, 'keychain-doctor-trouble');
    await usher.window.sidebar.openSignIn();
    await usher.window.signIn.useSessionOnly();
    await usher.page.getByText('Tokens are held in memory').waitFor();
    await tour.picture(usher.page, 'this-session-only');
    await usher.close();
    await other.clear();
  });

  await tour.step('Keeps a list of accounts it cannot read, and says so', async () => {
    for (const name of ['index.json', 'index.json.backup']) {
      await writeFile(join(desk.profileFolder, name), '{"version":1,"da');
    }
    const usher = await launchUsher({ desk, plexUrl: plex.baseUrl });
    runs.push(usher);
    await usher.page.getByText('The list of accounts could not be read').waitFor();
    await usher.window.signIn.submit.and(usher.page.locator(':enabled')).waitFor();
    await tour.picture(usher.page, 'profile-unreadable');
    await usher.close();
  });
  return runs;
}
