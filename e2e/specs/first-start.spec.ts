import { expect } from '@playwright/test';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('The first start', () => {
  test('greets, and offers three ways to sign in, the browser first', async ({
    guest: { usher },
  }) => {
    const { window } = usher;
    await expect(window.signIn.heading).toHaveText('Welcome to Usher');
    await expect(window.main.getByRole('button')).toContainText([
      'Continue in browser',
      'Use a code',
      'Use a password',
    ]);
    await expect(window.sidebar.navigation).toBeHidden();
  });

  test('says where the token is kept, how Plex will list this computer, and whose work it is not', async ({
    guest: { usher },
  }) => {
    const { main, sidebar } = usher.window;
    await expect(main).toContainText('stored only in this computer’s keychain');
    await expect(main).toContainText(/This computer will appear as “.+” under/);
    await expect(main).toContainText('Usher isn’t affiliated with Plex.');
    await expect(sidebar.demoMark).toBeVisible();
  });

  test('asks nothing of Plex, and leaves nothing in the keychain', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await expect(window.signIn.continueInBrowser).toBeEnabled();
    expect(plex.requests.list()).toEqual([]);
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
  });

  test('opens the pages of Plex it names in the system browser', async ({
    guest: { usher, desk },
  }) => {
    const { page, window } = usher;
    await window.signIn.openPassword();
    await page.getByRole('link', { name: 'Forgot password?' }).click();
    const forgotten = new URL(await desk.nextOpenedLink());
    await page.getByRole('link', { name: 'Authorized Devices' }).click();
    const devices = new URL(await desk.nextOpenedLink());
    expect([forgotten.origin, devices.origin]).toEqual([
      'https://app.plex.tv',
      'https://app.plex.tv',
    ]);
    expect(forgotten.href).not.toBe(devices.href);
  });

  test('tells the keys that work everywhere', async ({ guest: { usher } }) => {
    const { page } = usher;
    await page.keyboard.press('Control+/');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(dialog).toContainText('Search everything');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('tells its version, and that it is not affiliated with Plex', async ({
    guest: { usher, plex },
  }) => {
    const { page } = usher;
    await signInAs(usher, plex, 'sam');
    await usher.window.sidebar.openAbout();
    const dialog = page.getByRole('dialog', { name: 'About Usher' });
    await expect(dialog).toContainText(/\d+\.\d+\.\d+/);
    await expect(dialog).toContainText('isn’t affiliated with Plex');
  });
});
