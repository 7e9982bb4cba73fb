import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestions } from '../fixtures/answer-questions.ts';
import { chooseFile } from '../fixtures/choose-file.ts';
import { expect } from '../fixtures/expect.ts';
import type { Guide } from './guide.ts';

/** A password reset that signed everything out: the accounts are repaired one after the other. */
export async function repairChapter(guide: Guide): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-tour-repair-'));
  try {
    await showRepair(guide, join(folder, 'config.yml'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function showRepair(guide: Guide, config: string): Promise<void> {
  const { tour, usher, plex } = guide;
  const { window, page } = usher;
  const { account, apps, repair, sidebar, signIn } = window;

  await tour.step('Has three programs with tokens of their own', async () => {
    await writeFile(config, 'plex:\n  token: ""\n');
    await sidebar.openPage('Apps');
    for (const name of ['Kometa', 'Tautulli', 'Backup script']) {
      await apps.add(name);
      if (name !== 'Kometa') await page.keyboard.press('Escape');
      else {
        await answerQuestions(usher, 'Write token');
        await chooseFile(usher, config);
        await apps.chooseFormat(/^YAML/);
        await apps.key.fill('plex.token');
        await apps.chooseFile();
        await expect(apps.file(name, config)).toContainText('Up to date');
      }
    }
    await expect(apps.cards).toHaveCount(3);
  });

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
    await expect(repair.app('Backup script')).toContainText('Rejected');
    await tour.pictures(usher, 'repair-apps');
  });

  await tour.step('Makes the tokens of their programs anew, by one press', async () => {
    await repair.replaceApps();
    await expect(window.main).toContainText('All 3 app tokens replaced');
    await tour.pictures(usher, 'repaired');
    await repair.finish();
    await sidebar.openPage('Apps');
    for (const name of ['Kometa', 'Tautulli', 'Backup script']) await apps.revoke(name, false);
    await expect(apps.cards).toHaveCount(0);
    await sidebar.openAccount('robin');
    await expect(account.token).toContainText('Valid');
  });
}
