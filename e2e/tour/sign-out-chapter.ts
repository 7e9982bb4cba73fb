import { expect } from '../fixtures/expect.ts';
import { expectEqual } from './expect-equal.ts';
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
    const held = (await desk.keychainSecrets()).find((secret) => tokens.includes(secret));
    expectEqual('The keychain before', held !== undefined, true);
    await account.signOutDialog.getByRole('button', { name: 'Try again' }).click();
    await expect(account.signOutDialog.getByRole('button', { name: 'Done' })).toBeVisible();
    await tour.picture(page, 'sign-out-proved');
    await account.finishSigningOut();
    await expect(window.sidebar.account('robin')).toBeHidden();
    expectEqual('Plex after', (await plex.liveTokens('robin')).includes(held ?? ''), false);
    expectEqual('The keychain', (await desk.keychainSecrets()).includes(held ?? ''), false);
    await tour.picture(page, 'signed-out');
  });
}
