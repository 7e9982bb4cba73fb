import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerQuestions } from '../fixtures/answer-questions.ts';
import { chooseFile } from '../fixtures/choose-file.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { resizeWindow } from '../fixtures/resize-window.ts';
import { strayOverflow } from '../fixtures/stray-overflow.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

const people = ['sam', 'edith', 'robin'] as const;

test.describe('After a mass sign-out', () => {
  test('accounts are repaired one after the other, with progress; nothing of them is lost', async ({
    launch,
    plex,
    desk,
  }) => {
    const usher = await launch();
    const { window, page } = usher;
    const { repair, signIn, sidebar, account } = window;
    for (const name of people) await signInAs(usher, plex, name);

    await sidebar.openAccount('sam');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByLabel('Note', { exact: true }).fill('The cabin’s owner');
    await window.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(window.main).toContainText('The cabin’s owner');

    const old = newestToken(plex, 'sam');
    for (const name of people) {
      plex.revokeAll(name);
      await sidebar.openAccount(plex.user(name).title);
      await account.refresh();
      await expect(account.token).toContainText('Revoked');
    }
    await sidebar.openOverview();
    await window.notices.getByRole('button', { name: /^Sign in again: sam, / }).click();
    await expect(repair.progress).toHaveAccessibleName('0 of 3 signed in');
    await expect(repair.current).toHaveText('Sign in again as sam');

    // Somebody else signs in: nothing is replaced.
    await signIn.openPassword();
    await expect(signIn.login).toHaveValue('sam@example.invalid');
    await expect(signIn.password).toHaveValue('');
    await signIn.enter(plex.user('ada').email, plex.user('ada').password ?? '');
    await expect(window.told('You meant to sign in to sam, so nothing changed.')).toBeVisible();
    const strange = newestToken(plex, 'ada');
    await page.getByRole('button', { name: /^Discard .*sign-in$/ }).click();
    await expect(signIn.password).toBeVisible();
    expect(plex.sessions.wasRevoked(strange)).toBe(true);
    await expect(repair.progress).toHaveAccessibleName('0 of 3 signed in');

    await signIn.password.fill(plex.user('sam').password ?? '');
    await signIn.submit.click();
    await expect(repair.progress).toHaveAccessibleName('1 of 3 signed in');
    await expect(repair.current).toBeFocused();
    await repair.skip();
    await expect(repair.current).toHaveText(`Sign in again as ${plex.user('robin').title}`);

    await signIn.startCode();
    plex.approvePin(await signIn.code(), 'robin');
    await expect(repair.progress).toHaveAccessibleName('2 of 3 signed in');
    await expect(window.told(/^Skipped: /)).toBeVisible();
    await resizeWindow(usher, { width: 320, height: 700, zoom: 1 });
    expect(await strayOverflow(page)).toEqual([]);
    await resizeWindow(usher, { width: 1100, height: 760, zoom: 1 });
    await repair
      .row(plex.user('edith').title)
      .getByRole('button', { name: /^Sign in again: / })
      .click();
    await signIn.openPassword();
    await signIn.password.fill(plex.user('edith').password ?? '');
    await signIn.submit.click();
    await expect(window.told('All 3 accounts work again')).toBeVisible();
    await repair.finish();

    await sidebar.openAccount('sam');
    await expect(account.token).toContainText('Valid');
    await expect(window.main).toContainText('The cabin’s owner');
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(3);
    await expect.poll(() => desk.keychainSecrets()).not.toContain(old);
  });

  test('the tokens of programs are made anew by one press: in their files, or to be entered by hand', async ({
    launch,
    plex,
    desk,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'usher-repair-'));
    const file = join(folder, '.env');
    await writeFile(file, '# mine\nPLEX_TOKEN=\n');
    const inFile = async (): Promise<string> =>
      /PLEX_TOKEN=(.*)/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    const isAlive = (token: string): boolean => plex.sessions.find(token)?.user.name === 'sam';
    const usher = await launch();
    const { apps, repair, signIn, sidebar, account } = usher.window;
    await signInAs(usher, plex, 'sam');
    await sidebar.openPage('Apps');
    await answerQuestions(usher, 'Write token');
    await chooseFile(usher, file);
    await apps.add('Kometa');
    await apps.chooseFormat(/^Env file/);
    await apps.key.fill('PLEX_TOKEN');
    await apps.chooseFile();
    await expect(apps.file('Kometa', file)).toContainText('Up to date');
    await apps.add('Backup');
    await usher.page.keyboard.press('Escape');
    const old = await inFile();

    plex.revokeAll('sam');
    await sidebar.openAccount('sam');
    await account.refresh();
    await expect(account.token).toContainText('Revoked');
    await sidebar.openOverview();
    await usher.window.notices.getByRole('button', { name: 'Sign in again: sam' }).click();
    await signIn.openPassword();
    await signIn.password.fill(plex.user('sam').password ?? '');
    await signIn.submit.click();
    await usher.window.notices.getByRole('button', { name: /^Make new tokens: / }).click();
    await expect(repair.app('Kometa')).toContainText('Rejected');
    expect(await inFile()).toBe(old);
    await repair.replaceApps();
    await expect(usher.window.main).toContainText('All 2 app tokens replaced');
    expect([isAlive(await inFile()), isAlive(old)]).toEqual([true, false]);
    expect(await readFile(file, 'utf8')).toBe(`# mine\nPLEX_TOKEN=${await inFile()}\n`);
    await repair.copyTokenOf('Backup');
    await expect.poll(async () => isAlive(await desk.readClipboard())).toBe(true);
    await repair.finish();
    await rm(folder, { recursive: true });
  });
});
