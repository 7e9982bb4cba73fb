import { expect } from '../fixtures/expect.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import type { Guide } from './guide.ts';

const refusal = (code: number): string =>
  JSON.stringify({ errors: [{ code, message: 'No', status: 401 }] });

/** The two other ways to sign in, what goes wrong there, and accounts of every shape. */
export async function moreAccountsChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, plexPages } = guide;
  const { window, page } = usher;
  const { signIn, account } = window;

  await tour.step('Signs in with a code: sam types it at the page of Plex', async () => {
    await window.sidebar.openSignIn();
    await signIn.startCode();
    const code = await signIn.code();
    await plexPages.typeCode(`${plex.baseUrl}/link`, code, 'sam');
    await expect(window.overview.account('sam')).toBeVisible();
  });

  await tour.step('Names what is wrong with a password, an address or a time', async () => {
    await window.sidebar.openSignIn();
    await signIn.enter('robin', 'not-the-password');
    await expect(signIn.error.getByText('Wrong username or password')).toBeVisible();
    const path = '/api/v2/users/signin';
    await plex.break(path, { status: 429, headers: { 'Retry-After': '15' } });
    await signIn.enter('robin', 'not-the-password');
    await expect(signIn.form.getByText('Try again in')).toBeVisible();
    await tour.pictures(usher, 'password-wait');
    await plex.mend();
    await expect(signIn.submit).toBeEnabled();
    await window.sidebar.openTokens();
    await window.sidebar.openSignIn();
    await plex.break(path, { status: 401, body: refusal(1031) });
    await signIn.enter('robin', 'not-the-password');
    await expect(signIn.error.getByText('Too many failed attempts')).toBeVisible();
    await tour.pictures(usher, 'password-blocked');
    await plex.mend();
  });

  await tour.step('Says when a code has run out before anybody typed it', async () => {
    await window.sidebar.openTokens();
    await window.sidebar.openSignIn();
    await signIn.startBrowser();
    await plex.break('/api/v2/pins/*', { status: 404, body: refusal(1020) });
    await expect(signIn.error.getByText('Sign-in timed out')).toBeVisible();
    await tour.pictures(usher, 'sign-in-ran-out');
    await plex.mend();
    await signIn.otherWays.click();
  });

  await tour.step('Signs in again with password and verification code', async () => {
    await signIn.enter('robin', 'robin-demo-password');
    await page.getByRole('button', { name: 'Use a backup code' }).click();
    await tour.pictures(usher, 'backup-code');
    await page.getByRole('button', { name: 'Use your authenticator app' }).click();
    await signIn.enterCode('000000');
    await expect(signIn.error.getByText('Wrong code')).toBeVisible();
    await tour.pictures(usher, 'verification-code-wrong');
    await signIn.enterCode('246810');
    // Whoever goes on before Plex has answered is shown what it said before.
    await expect(window.overview.heading).toBeVisible();
    await window.sidebar.openAccount('robin');
  });

  await tour.step(
    'Shows past subscriptions and trials, which Plex tells to a password alone',
    async () => {
      const subscriptions = account.group('Subscriptions and trials');
      await account.dataTab.click();
      await expect(subscriptions.getByText('Reactivate, Convert')).toBeVisible();
      await tour.picture(page, 'account-subscriptions', subscriptions);
      await subscriptions.getByRole('button', { name: 'Show features' }).click();
      await tour.picture(page, 'account-subscription-features');
      await account.refresh();
      await expect(subscriptions.getByText('As of')).toHaveCount(2);
      const past = subscriptions.getByRole('heading', { name: 'Past' });
      await tour.picture(page, 'account-subscriptions-told-before', past);
    },
  );

  await tour.step('Shows accounts with nothing in them, and with far too much', async () => {
    await signInAs(usher, plex, 'ada');
    await expect(account.group('Security')).toBeVisible();
    await tour.picture(page, 'account-empty');
    await signInAs(usher, plex, 'noor');
    await window.sidebar.openServers('noor');
    await expect(window.told('This account has no servers')).toBeVisible();
    await tour.pictures(usher, 'servers-none');
    await signInAs(usher, plex, 'wren');
    await expect(account.group('Security')).toBeVisible();
    await tour.picture(page, 'account-oversized');
    await account.openData();
    await tour.picture(page, 'account-oversized-data');
    await tour.picture(page, 'account-oversized-services', account.group('Services'));
    await window.sidebar.openServers('<b');
    await expect(window.servers.row('Shelf 01')).toBeVisible();
    await tour.pictures(usher, 'servers-many');
    await window.servers.search.fill('no such shelf');
    await tour.picture(page, 'servers-not-found');
  });
}
