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
    await expect(window.account.heading).toHaveText('sam');
    await expect(window.account.token).toContainText('Valid');
    await expect(window.sidebar.accounts).toHaveCount(1);
    await expect.poll(() => desk.keychainSecrets()).toEqual([newestToken(plex, 'sam')]);
  });

  test('asks for the verification code once Plex wants it, and takes it', async ({
    guest: { usher, plex },
  }) => {
    const { window } = usher;
    await expect(window.signIn.verificationCode).toBeHidden();
    await window.signIn.enter('robin', 'robin-demo-password');
    await expect(window.signIn.verificationCode).toBeFocused();
    await window.signIn.enterCode('246810');
    await expect(window.account.heading).toHaveText('robin');
    expect(attempts(plex)).toBe(2);
  });

  test('names a wrong verification code as what it is, and keeps the password for another try', async ({
    guest: { usher },
  }) => {
    const { window } = usher;
    await window.signIn.enter('robin', 'robin-demo-password');
    await window.signIn.enterCode('000000');
    await expect(window.signIn.error).toContainText('The verification code is wrong');
    await expect(window.signIn.verificationCode).toBeFocused();
    await expect(window.signIn.verificationCode).toHaveValue('');
    await window.signIn.enterCode('246810');
    await expect(window.account.heading).toHaveText('robin');
  });

  test('names a wrong password, empties the field and tries nothing by itself', async ({
    guest: { usher, plex },
  }) => {
    const { window } = usher;
    await window.signIn.enter('sam', 'not-the-password');
    await expect(window.signIn.error).toContainText('User name or password is wrong');
    await expect(window.signIn.password).toHaveValue('');
    await expect(window.signIn.login).toHaveValue('sam');
    expect(attempts(plex)).toBe(1);
    await window.signIn.enter('sam', 'sam-demo-password');
    await expect(window.account.heading).toHaveText('sam');
  });

  test('asks for the e-mail address where Plex takes no user name', async ({
    guest: { usher },
  }) => {
    const { window } = usher;
    await window.signIn.enter('edith', 'edith-demo-password');
    await expect(window.signIn.error).toContainText('Plex wants the e-mail address');
    await expect(window.signIn.login).toBeFocused();
    await window.signIn.enter('edith@example.invalid', 'edith-demo-password');
    await expect(window.account.heading).toHaveText('Edith');
  });

  test('stops when Plex has blocked the address, and says so', async ({ launch, plex }) => {
    plex.settings.signInFailuresAllowed = 1;
    const { window } = await launch();
    await window.signIn.enter('sam', 'not-the-password');
    await expect(window.signIn.error).toContainText('User name or password is wrong');
    await window.signIn.enter('sam', 'sam-demo-password');
    await expect(window.signIn.error).toContainText('Plex has blocked sign-ins');
    await expect(window.signIn.password).toHaveValue('');
    await expect(window.signIn.submit).toBeDisabled();
    await expect(window.signIn.login).toBeDisabled();
    expect(attempts(plex)).toBe(2);
  });

  test('waits as long as Plex asks to, and counts it down', async ({ launch, plex }) => {
    plex.faults.add({
      match: { path: '/api/v2/users/signin' },
      times: 1,
      action: { status: 429, headers: { 'Retry-After': '40' } },
    });
    const usher = await launch({ hasMovableClock: true });
    const { window, page } = usher;
    await usher.pausePageClock();
    await window.signIn.enter('sam', 'sam-demo-password');
    await expect(window.signIn.error).toContainText('Leave it alone for 40 s');
    await expect(window.signIn.submit).toBeDisabled();
    await expect(window.signIn.passwordWay).toContainText('You can try again in 40 s');
    await page.clock.fastForward(38_000);
    await expect(window.signIn.passwordWay).toContainText('You can try again in 2 s');
    await expect(window.signIn.submit).toBeDisabled();
    await page.clock.fastForward(2_000);
    await usher.advance(40_000);
    await expect(window.signIn.submit).toBeEnabled();
    expect(attempts(plex)).toBe(1);
    await window.signIn.submit.click();
    await expect(window.account.heading).toHaveText('sam');
  });

  test('can be cancelled while Plex is being asked, and an answer that comes late signs nobody in', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    plex.faults.add({ match: { path: '/api/v2/users/signin' }, action: { hold: true } });
    const granted = () => plex.secrets.list().filter(({ kind }) => kind === 'accountToken');
    const before = granted().length;
    const asked = attempts(plex);
    await window.signIn.enter('sam', 'sam-demo-password');
    await expect.poll(() => attempts(plex)).toBe(asked + 1);
    await window.signIn.cancel();
    await expect(window.signIn.submit).toBeEnabled();
    expect(granted()).toHaveLength(before);
    plex.faults.clear();
    await expect.poll(granted).toHaveLength(before + 1);
    await usher.advance(50_000);
    await expect(window.sidebar.accounts).toHaveCount(0);
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
    await window.signIn.submit.click();
    await expect(window.account.heading).toHaveText('sam');
  });

  test('says which field is empty, without asking Plex', async ({ guest: { usher, plex } }) => {
    const { window } = usher;
    await window.signIn.submit.click();
    await expect(window.signIn.login).toBeFocused();
    await expect(window.signIn.error).toBeVisible();
    await window.signIn.enter('sam', '');
    await expect(window.signIn.password).toBeFocused();
    expect(attempts(plex)).toBe(0);
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

  test('shows the password only while the person asks for it', async ({ guest: { usher } }) => {
    const { window, page } = usher;
    await window.signIn.password.fill('sam-demo-password');
    await expect(window.signIn.password).toHaveAttribute('type', 'password');
    await page.getByRole('button', { name: 'Show password' }).click();
    await expect(window.signIn.password).toHaveAttribute('type', 'text');
    await page.getByRole('button', { name: 'Hide password' }).click();
    await expect(window.signIn.password).toHaveAttribute('type', 'password');
    await window.signIn.password.fill('');
  });

  test('gives the password up when the form is left', async ({ guest: { usher } }) => {
    const { window } = usher;
    await window.signIn.login.fill('sam');
    await window.signIn.password.fill('sam-demo-password');
    await window.sidebar.openTokens();
    await expect(window.tokens.heading).toBeVisible();
    await window.sidebar.openSignIn();
    await expect(window.signIn.password).toHaveValue('');
  });
});
