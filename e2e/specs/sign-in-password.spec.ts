import { expect } from '@playwright/test';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { test } from '../fixtures/usher-test.ts';

const attempts = (plex: FakePlex): number =>
  plex.requests.list().filter(({ path }) => path === '/api/v2/users/signin').length;

test.describe('Signing in with a password', () => {
  test('needs nothing more for an account without a second factor', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await window.signIn.enter('sam', 'sam-demo-password');
    await expect(window.overview.account('sam')).toBeVisible();
    await expect(window.sidebar.account('sam')).toContainText('Valid');
    await expect(window.sidebar.accounts).toHaveCount(1);
    await expect.poll(() => desk.keychainSecrets()).toEqual([newestToken(plex, 'sam')]);
  });

  test('is over when Usher quits where the person does not stay signed in, and the keychain never had it', async ({
    launch,
    plex,
    desk,
  }) => {
    const first = await launch();
    await first.window.signIn.openPassword();
    await expect(first.window.signIn.keepSignedIn).toBeChecked();
    await first.window.signIn.keepSignedIn.uncheck();
    await first.window.signIn.enter('sam', 'sam-demo-password');
    await expect(first.window.sidebar.account('sam')).toContainText('Until you quit');
    await expect(first.window.sidebar.account('sam')).toContainText('Valid');
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
    await first.close();
    const { window } = await launch();
    await expect(window.signIn.heading).toHaveText('Welcome to Usher');
    expect(plex.sessions.wasRevoked(newestToken(plex, 'sam'))).toBe(false);
  });

  test('asks for the verification code once Plex wants it, and takes it', async ({
    guest: { usher, plex },
  }) => {
    const { window } = usher;
    await window.signIn.enter('robin', 'robin-demo-password');
    await expect(window.signIn.verificationCode).toBeFocused();
    await window.signIn.enterCode('246810');
    await expect(window.overview.account('robin')).toBeVisible();
    expect(attempts(plex)).toBe(2);
  });

  test('names a wrong password, keeps what was typed and tries nothing by itself', async ({
    guest: { usher, plex },
  }) => {
    const { window, page } = usher;
    await window.signIn.enter('sam', 'not-the-password');
    await expect(window.signIn.error).toContainText('Wrong username or password');
    await expect(window.signIn.password).toBeFocused();
    await expect(window.signIn.login).toHaveValue('sam');
    expect(attempts(plex)).toBe(1);
    // What is typed takes the place of what was refused.
    await page.keyboard.type('sam-demo-password');
    await page.keyboard.press('Enter');
    await expect(window.overview.account('sam')).toBeVisible();
  });

  test('asks for the e-mail address where Plex takes no user name', async ({
    guest: { usher },
  }) => {
    const { window } = usher;
    await window.signIn.enter('edith', 'edith-demo-password');
    await expect(window.signIn.error).toContainText('Use your email address');
    await expect(window.signIn.login).toBeFocused();
    await window.signIn.enter('edith@example.invalid', 'edith-demo-password');
    await expect(window.overview.account('Edith')).toBeVisible();
  });

  test('keeps neither password nor code in the page, the profile or the log', async ({
    launch,
    plex,
  }) => {
    const usher = await launch();
    await signInAs(usher, plex, 'robin');
    await usher.close();
    const seen = [...usher.pageTexts, ...usher.output].join('\n');
    expect(seen).not.toContain('robin-demo-password');
    expect(seen).not.toContain('246810');
  });

  test('gives the password up when the form is left', async ({ guest: { usher, plex } }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'edith');
    await window.sidebar.openSignIn();
    await window.signIn.openPassword();
    await window.signIn.login.fill('sam');
    await window.signIn.password.fill('sam-demo-password');
    await window.sidebar.openTokens();
    await expect(window.tokens.heading).toBeVisible();
    await window.sidebar.openSignIn();
    await window.signIn.openPassword();
    await expect(window.signIn.password).toHaveValue('');
  });
});
