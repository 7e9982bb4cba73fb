import { expect } from '../fixtures/expect.ts';
import { pressWhileThere } from '../pages/press-while-there.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** The account behind the token, and the token itself. */
export async function accountChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk } = guide;
  const { window, page } = usher;
  const { account } = window;

  await tour.step('Opens the account page: its token, and what matters of it', async () => {
    await window.sidebar.openAccount('robin');
    await expect(account.group('Security')).toBeVisible();
    await expect(account.group('Plex Home')).toContainText('You, ');
    await tour.picture(page, 'account');
  });

  await tour.step('Shows everything Plex says of the account, field by field', async () => {
    await account.dataTab.click();
    await expect(account.group('Identity')).toBeVisible();
    await tour.picture(page, 'account-data');
    await account.openData();
    await tour.picture(page, 'account-data-empty-fields');
    await tour.picture(page, 'account-services', account.group('Services'));
  });

  await tour.step('Searches the whole record, from which every secret was removed', async () => {
    await account.openRecord();
    await expect(account.recordTree).toBeVisible();
    await tour.picture(page, 'record', account.dataTab);
    await account.recordSearch.fill('token');
    await tour.picture(page, 'record-search');
  });

  await tour.step('Copies the account token, and reads the real clipboard back', async () => {
    await window.sidebar.openProfile('robin');
    await account.copyToken();
    await expect(window.clipboard.bar).toBeVisible();
    const [token] = await plex.liveTokens('robin');
    await expectSoon('the clipboard', () => desk.readClipboard(), token);
    await tour.picture(page, 'account-token-copied', account.heading);
    await window.clipboard.clearNow();
    await expect(window.clipboard.bar).toBeHidden();
    await expectSoon('the cleared clipboard', () => desk.readClipboard(), '');
  });

  await tour.step('Reveals the account token for a few seconds', async () => {
    await account.revealToken();
    await expect(account.token.getByText('Hides in')).toBeVisible();
    await tour.picture(page, 'account-token-revealed');
    await pressWhileThere(account.token.getByRole('button', { name: 'Hide account token' }));
  });
}
