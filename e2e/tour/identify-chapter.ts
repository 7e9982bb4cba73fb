import { expect } from '../fixtures/expect.ts';
import type { Guide } from './guide.ts';

/** What a pasted token is. */
export async function identifyChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex } = guide;
  const { window, page } = usher;
  const { identify } = window;

  await tour.step('Tells what the token in a line of Preferences.xml is', async () => {
    await window.sidebar.openPage('Identify');
    await tour.picture(page, 'identify');
    const token = await plex.onlineToken('Attic');
    await identify.paste(`<Preferences FriendlyName="Attic" PlexOnlineToken="${token}"/>`);
    await expect(identify.token('’s own sign-in token')).toBeVisible();
    await tour.picture(page, 'identify-server');
  });

  await tour.step('Tells each of several tokens, and those that lead nowhere', async () => {
    const [account] = await plex.liveTokens('edith');
    const text = {
      television: { name: 'Kitchen', token: account },
      source: { name: 'Loft', accessToken: await plex.lastMinted() },
      old: { authToken: 'zzREVOKEDlongAgo0001' },
      claim: 'claim-zzSPENTlongAgo00001',
    };
    await identify.paste(JSON.stringify(text));
    await expect(identify.token('Account token of').getByText('Full account access')).toBeVisible();
    await expect(identify.token('Plex doesn’t accept it')).toBeVisible();
    await expect(identify.token('Claim code, not a token')).toBeVisible();
    await tour.picture(page, 'identify-several');
    await identify.found.getByRole('button', { name: 'Add as account' }).click();
    await expect(identify.keepDialog).toBeVisible();
    await tour.picture(page, 'identify-keep');
    await page.keyboard.press('Escape');
    await expect(identify.keepDialog).toBeHidden();
    await tour.picture(page, 'identify-several-lower', identify.token('Claim code, not a token'));
    await identify.forgetAll.click();
    await identify.paste('How do I find my token?');
    await expect(identify.error).toBeVisible();
    await tour.picture(page, 'identify-nothing-found');
  });
}
