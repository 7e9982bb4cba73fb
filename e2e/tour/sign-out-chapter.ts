import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** Signing out, when Plex cannot be asked and when it can. */
export async function signOutChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk } = guide;
  const { window, page } = usher;
  const { account } = window;

  await tour.step('Says what removing an account offline leaves behind', async () => {
    await plex.break('/api/v2/users/signout', { reset: true });
    await window.sidebar.openAccount('robin');
    await account.askToSignOut();
    await expect(account.signOutDialog).toBeVisible();
    await tour.picture(page, 'sign-out');
    await account.signOutDialog.getByRole('button', { name: 'Sign out' }).click();
    await expect(account.signOutDialog.getByText('The token then stays valid')).toBeVisible();
    await tour.picture(page, 'sign-out-offline');
    await plex.mend();
  });

  await tour.step('Signs out: the token is dead at Plex and gone from the keychain', async () => {
    const tokens = await plex.liveTokens('robin');
    const readHeld = async (): Promise<readonly string[]> =>
      (await desk.keychainSecrets()).filter((secret) => tokens.includes(secret));
    await expectSoon('the keychain before', async () => (await readHeld()).length, 1);
    const held = await readHeld();
    await account.signOutDialog.getByRole('button', { name: 'Try again' }).click();
    await expect(account.signOutDialog.getByRole('button', { name: 'Done' })).toBeVisible();
    await tour.picture(page, 'sign-out-proved');
    await account.finishSigningOut();
    await expect(window.sidebar.account('robin')).toBeHidden();
    const isHeldIn = (those: readonly string[]): boolean =>
      those.some((token) => held.includes(token));
    await expectSoon('Plex', async () => isHeldIn(await plex.liveTokens('robin')), false);
    await expectSoon('the keychain', async () => isHeldIn(await desk.keychainSecrets()), false);
    await tour.picture(page, 'signed-out');
  });
}
