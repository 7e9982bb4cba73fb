import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

const television = {
  Accept: 'application/json',
  'X-Plex-Client-Identifier': 'tour-television',
  'X-Plex-Product': 'Plex for TV',
  'X-Plex-Version': '9',
  'X-Plex-Device-Name': 'Kitchen',
};

/** The users of a Plex Home, and another device that wants to be linked. */
export async function homeChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk } = guide;
  const { window, page } = usher;
  const { home, link, account } = window;

  await tour.step('Lists the Plex Home: who is in it, and who is behind a PIN', async () => {
    await window.sidebar.openHome('robin');
    await expect(home.row('Juno')).toBeVisible();
    await tour.picture(page, 'home');
  });

  await tour.step(
    'Switches to Juno: a wrong PIN is told, the right one brings the token',
    async () => {
      await home.getToken('Juno');
      await home.enterPin('0000');
      await expect(home.pinDialog.getByText('Wrong PIN')).toBeVisible();
      await tour.picture(page, 'home-pin-wrong');
      await home.enterPin('4321');
      await expect(home.row('Juno').getByText('Added')).toBeVisible();
      const tokens = await plex.liveTokens('juno');
      const countHeld = async (): Promise<number> =>
        (await desk.keychainSecrets()).filter((secret) => tokens.includes(secret)).length;
      await expectSoon('the keychain', countHeld, 1);
      await tour.picture(page, 'home-kept');
    },
  );

  await tour.step('Shows the Home user below the account, with servers of its own', async () => {
    await home.open('Juno');
    await expect(window.servers.row('Attic')).toBeVisible();
    await tour.picture(page, 'home-user');
    await window.sidebar.openAccount('Juno');
    await account.signOut();
    await account.finishSigningOut();
    await expect(window.sidebar.account('Juno')).toBeHidden();
  });

  await tour.step(
    'Links a television: takes no token for its code, and tells which it was',
    async () => {
      await window.sidebar.openAccount('robin');
      await link.open();
      const [token = ''] = await plex.liveTokens('robin');
      await link.code.fill(token);
      await expect(link.error.getByText('Usher didn’t send it anywhere')).toBeVisible();
      await tour.picture(page, 'link-token');
      const shown = await fetch(`${plex.baseUrl}/api/v2/pins`, {
        method: 'POST',
        headers: television,
      });
      const { code } = (await shown.json()) as { readonly code: string };
      await link.approve(code);
      await expect(link.done.getByText('Kitchen')).toBeVisible();
      await tour.picture(page, 'linked');
      await link.close();
    },
  );
}
