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
      await account.token.getByText('Rejected').first().waitFor();
    }
    await tour.picture(page, 'signed-out-at-plex');
    await page.getByRole('main').getByRole('button', { name: 'Repair accounts' }).click();
    await repair.current.waitFor();
    await tour.picture(page, 'repair');
  });

  await tour.step('Replaces nothing when somebody else signs in', async () => {
    await signIn.enter('edith@example.invalid', plex.user('edith').password ?? '');
    await page.getByText('so nothing was replaced').waitFor();
    await tour.picture(page, 'somebody-else-signed-in');
    await page.getByRole('button', { name: 'Revoke it and try again' }).click();
    await signIn.password.waitFor();
  });

  await tour.step('Repairs them one after the other, each in its place', async () => {
    for (const name of ['robin', 'sam']) {
      await repair.current.filter({ hasText: name }).waitFor();
      await signIn.password.fill(plex.user(name).password ?? '');
      await signIn.submit.click();
      const { verificationCode } = plex.user(name);
      if (verificationCode !== null) await signIn.enterCode(verificationCode);
    }
    await page.getByText(/accounts work again/).waitFor();
    await tour.picture(page, 'repaired');
    await repair.finish();
    await account.token.getByText('Valid').first().waitFor();
  });
}
