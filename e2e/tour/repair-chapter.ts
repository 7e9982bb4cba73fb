import { expect } from '../fixtures/expect.ts';
import type { Guide } from './guide.ts';

/** A password reset that signed everything out: the accounts are repaired one after the other. */
export async function repairChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex } = guide;
  const { window, page } = usher;
  const { account, repair, sidebar, signIn } = window;

  await tour.step('Finds the accounts that a password reset signed out', async () => {
    for (const name of ['robin', 'sam']) {
      await plex.revokeAll(name);
      await sidebar.openAccount(name);
      await account.refresh();
      await expect(account.token).toContainText('Revoked');
    }
    await tour.picture(page, 'signed-out-at-plex');
    await sidebar.openOverview();
    await window.notices.getByRole('button', { name: /^Sign in again: / }).click();
    await expect(repair.current).toBeVisible();
    await tour.pictures(usher, 'repair');
  });

  await tour.step('Replaces nothing when somebody else signs in', async () => {
    await signIn.enter('edith@example.invalid', plex.user('edith').password ?? '');
    await expect(window.told('so nothing changed')).toBeVisible();
    await tour.pictures(usher, 'somebody-else-signed-in');
    await page.getByRole('button', { name: /^Discard .*sign-in$/ }).click();
    await expect(signIn.password).toBeVisible();
  });

  await tour.step('Repairs them one after the other, each in its place', async () => {
    for (const name of ['robin', 'sam']) {
      await expect(repair.current.filter({ hasText: name })).toBeVisible();
      await signIn.openPassword();
      await signIn.password.fill(plex.user(name).password ?? '');
      await signIn.submit.click();
      const { verificationCode } = plex.user(name);
      if (verificationCode !== null) await signIn.enterCode(verificationCode);
    }
    await expect(window.told(/accounts work again/)).toBeVisible();
    await tour.picture(page, 'repaired');
    await repair.finish();
    await expect(account.token).toContainText('Valid');
  });
}
