import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** The first start, and the first account, by the browser. */
export async function signInChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk, plexPages } = guide;
  const { window } = usher;

  await tour.step('Usher opens and offers three ways to sign in', async () => {
    await expect(window.signIn.continueInBrowser).toBeEnabled();
  });

  await tour.step('Signs in: robin approves on the page of Plex in a browser', async () => {
    await window.signIn.startBrowser();
    const link = await desk.nextOpenedLink();
    await expect(window.signIn.waiting).toBeVisible();
    await plexPages.approve(link, 'robin');
    await expect(window.overview.firstRow).toBeFocused();
    const [token] = await plex.liveTokens('robin');
    await expectSoon(
      'the keychain',
      async () => (await desk.keychainSecrets()).includes(token ?? ''),
      true,
    );
  });
}
