import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';
import { chooseOption } from '../pages/choose-option.ts';

/** The forms a token is copied in, what was done so far, and what can be chosen. */
export async function activityChapter(guide: Guide): Promise<void> {
  const { tour, usher, desk } = guide;
  const { window, page } = usher;

  await tour.step('Copies a token as a curl command, this once', async () => {
    await window.sidebar.openServers('robin');
    await window.servers.mint('Loft');
    await expect(window.clipboard.bar).toContainText('Loft');
    await window.sidebar.openTokens();
    await window.tokens.openForms('Loft');
    await tour.picture(page, 'copy-as');
    await page.getByRole('menuitem', { name: /^curl command/ }).click();
    await expectSoon(
      'the clipboard',
      async () => (await desk.readClipboard()).startsWith('curl -H '),
      true,
    );
    await tour.picture(page, 'copied-as');
    await window.clipboard.clearNow();
  });

  await tour.step('Lists what was done with tokens', async () => {
    await window.sidebar.openPage('Activity');
    await expect(window.activity.entriesOf('Copied token')).not.toHaveCount(0);
    await tour.picture(page, 'activity');
    await window.activity.search.fill('nothing of the kind');
    await expect(window.told('No matching activity.')).toBeVisible();
    await tour.picture(page, 'activity-nothing-found');
  });

  await tour.step('Keeps what is chosen in the settings', async () => {
    await window.sidebar.openPage('Settings');
    await chooseOption(window.settings.tokenForm, 'Just the token');
    await window.settings.mintAnew.check();
    await tour.picture(page, 'settings');
    await window.settings.mintAnew.uncheck();
  });
}
