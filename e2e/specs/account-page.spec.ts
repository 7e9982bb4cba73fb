import { expect } from '@playwright/test';
import { newestToken } from '../fixtures/newest-token.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('The account page', () => {
  test('tells everything the record holds, in groups', async ({ robin: { usher } }) => {
    const { account } = usher.window;
    await account.openData();
    await expect(account.field('Identity', 'Friendly name')).toHaveText('Robin Ashgrove');
    await expect(account.field('Identity', 'Email')).toContainText('robin@example.invalid');
    await expect(account.field('Identity', 'Email')).toContainText('Confirmed');
    await expect(account.field('Identity', 'Joined')).toContainText('2012');
    await expect(account.field('Identity', 'Country')).toContainText('New Zealand');
    await expect(account.field('Identity', 'Locale')).toContainText('English');
    await expect(account.field('Plex Pass', 'Plan')).toHaveText('Lifetime');
    await expect(account.field('Plex Pass', 'Since')).toContainText('2019');
    await expect(account.field('Plex Pass', 'Features')).toContainText('7 features');
    await expect(account.group('Subscriptions and trials')).toContainText('Lifetime');
    await expect(account.group('Subscriptions and trials')).toContainText('Yearly');
    await expect(account.group('Subscriptions and trials')).toContainText('Canceled');
    await expect(account.field('Sign-in and security', 'Two-factor')).toHaveText('On');
    await expect(account.field('Sign-in and security', 'Password')).toHaveText('Set');
    await expect(account.field('Plex Home', 'Home admin')).toHaveText('Yes');
    await expect(account.field('Plex Home', 'Size')).toHaveText('4 of 15');
    await expect(account.field('Roles and entitlements', 'Roles')).toContainText('plexpass');
    await expect(account.field('Roles and entitlements', 'Entitlements')).toContainText('xbox_one');
    await expect(account.field('Playback profile', 'Audio languages')).toContainText('Māori');
    await expect(account.group('Preferences and consent')).toContainText('Unsubscribed');
    await expect(account.field('Services', 'scrobbler')).toContainText('offline, token, secret');
  });

  test('shows the features of a Plex Pass when asked', async ({ robin: { usher } }) => {
    await usher.window.account.openData();
    const plexPass = usher.window.account.group('Plex Pass');
    await expect(plexPass.getByText('hwtranscode')).toBeHidden();
    await plexPass.getByRole('button', { name: 'Show features' }).click();
    await expect(plexPass.getByText('hwtranscode')).toBeVisible();
  });

  test('asks Plex anew when told to, and says when it asked', async ({
    robin: { usher, plex },
  }) => {
    const asked = () => plex.requests.list().filter(({ path }) => path === '/api/v2/user').length;
    const before = asked();
    await usher.window.account.refresh();
    await expect.poll(asked).toBe(before + 1);
    await usher.window.account.refreshButton.hover();
    await expect(usher.page.getByRole('tooltip')).toHaveText('Refresh (updated just now)');
  });

  test('tells the token: its kind, its end, whether it is good, and when that was proved', async ({
    robin: { usher, plex },
  }) => {
    const { token } = usher.window.account;
    const secret = newestToken(plex, 'robin');
    await expect(token).toContainText(secret.slice(-4));
    await expect(token).not.toContainText(secret);
    await expect(token).toContainText('Classic (no expiry)');
    await expect(token).toContainText('Valid');
    await expect(token).toContainText(/Last verified\s*just now/);
    await expect(token).toContainText('System keychain only');
  });

  test('puts the token on the real clipboard', async ({ robin: { usher, plex, desk } }) => {
    await usher.window.account.copyToken();
    await expect.poll(() => desk.readClipboard()).toBe(newestToken(plex, 'robin'));
    await expect(usher.window.clipboard.bar).toContainText('account token');
  });

  test('lets nobody select or drag a revealed token, and so copy it past the rules of the clipboard', async ({
    launch,
    plex,
    desk,
  }) => {
    const usher = await launch();
    const { account } = usher.window;
    await signInAs(usher, plex, 'robin');
    const secret = newestToken(plex, 'robin');
    await desk.writeClipboard('a shopping list');
    await usher.pausePageClock();
    await account.revealToken();
    await expect(account.token).toContainText(secret);
    await account.revealedToken(secret).click({ clickCount: 3 });
    await usher.page.keyboard.press('Control+C');
    await expect.poll(() => desk.readClipboard('primary')).not.toContain(secret);
    await usher.page.keyboard.press('Control+A');
    await usher.page.keyboard.press('Control+C');
    // What else there is was copied, so the keys have come to their end.
    await expect.poll(() => desk.readClipboard()).toContain('robin@example.invalid');
    await expect.poll(() => desk.readClipboard()).not.toContain(secret);
    await expect.poll(() => desk.readClipboard('primary')).not.toContain(secret);
    await account.token.getByRole('button', { name: 'Hide account token' }).click();
    await expect(account.token).not.toContainText(secret);
  });

  test('hides a revealed token when the person says so, or looks at something else', async ({
    robin: { usher, plex },
  }) => {
    const { window } = usher;
    const secret = newestToken(plex, 'robin');
    await window.account.revealToken();
    await expect(window.account.token).toContainText(secret);
    await window.account.token.getByRole('button', { name: 'Hide account token' }).click();
    await expect(window.account.token).not.toContainText(secret);
    await window.account.revealToken();
    await expect(window.account.token).toContainText(secret);
    await window.sidebar.openTokens();
    await expect(window.tokens.heading).toBeVisible();
    expect(await usher.page.content()).not.toContain(secret);
  });

  test('shows the whole record, which can be searched and copied, with every secret removed', async ({
    robin: { usher, plex, desk },
  }) => {
    const { account } = usher.window;
    await account.openRecord();
    const line = (key: string) => account.recordTree.getByRole('treeitem').filter({ hasText: key });
    await expect(line('authToken')).toContainText('removed');
    await expect(line('subscriptionDescription')).toContainText('Lifetime Plex Pass');
    await account.recordSearch.fill('scrobbler');
    await expect(usher.window.told(/^1 of \d+$/)).toBeVisible();
    await expect(line('identifier').filter({ hasText: 'scrobbler' })).toBeVisible();
    await account.recordSearch.fill('no such thing');
    await expect(usher.window.told('No match')).toBeVisible();
    await usher.page.getByRole('button', { name: 'Copy record' }).click();
    await expect.poll(() => desk.readClipboard()).toContain('"subscriptionDescription"');
    const copied = await desk.readClipboard();
    const leaked = plex.secrets.list().filter(({ value }) => copied.includes(value));
    expect(leaked.map(({ kind }) => kind)).toEqual([]);
  });

  test('brings each find of a search in the record into sight, however deep it lies', async ({
    robin: { usher },
  }) => {
    const { account } = usher.window;
    await account.openRecord();
    await account.recordSearch.fill('xbox_one');
    await expect(account.recordMatch).toContainText('xbox_one');
    await expect(account.recordMatch).toBeInViewport({ ratio: 1 });
    await account.recordSearch.fill('identifier');
    for (const service of ['metadata-dev', 'scrobbler', 'epg']) {
      await expect(account.recordMatch).toContainText(service);
      await expect(account.recordMatch).toBeInViewport({ ratio: 1 });
      await account.recordSearch.press('Enter');
    }
  });

  test('shows an account of which Plex tells next to nothing', async ({
    guest: { usher, plex },
  }) => {
    const { account } = usher.window;
    await signInAs(usher, plex, 'ada');
    await expect(account.heading).toHaveText('ada');
    await account.openData();
    await expect(account.field('Identity', 'Joined')).toHaveText('not given');
    await expect(account.field('Plex Pass', 'Plan')).toHaveText('not given');
    await expect(account.group('Services')).toContainText('None in the record.');
    await expect(usher.window.main).not.toContainText(/null|undefined|NaN|Invalid/);
  });

  test('shows an account of which Plex tells far too much, and runs nothing of it', async ({
    guest: { usher, plex },
  }) => {
    const { account } = usher.window;
    await signInAs(usher, plex, 'wren');
    await account.openData();
    await expect(account.field('Plex Pass', 'Plan')).toHaveText('perpetual-motion');
    await expect(account.field('Plex Pass', 'Features')).toContainText('400 features');
    await expect(account.group('Services')).toContainText('60 of 60');
    await expect(account.field('Identity', 'Friendly name')).toContainText('<b onmouseover');
    await account.heading.hover();
    await expect(usher.page).toHaveTitle('Usher');
    await account.showJson();
    await account.recordSearch.fill('unheardOf');
    await expect(usher.window.told('1 of 1')).toBeVisible();
  });

  test('shows the account of a member of a Home who has no sign-in of their own', async ({
    guest: { usher, plex },
  }) => {
    const { account } = usher.window;
    await signInAs(usher, plex, 'juno');
    await expect(account.heading).toHaveText('Juno');
    await account.openData();
    await expect(account.field('Plex Home', 'Restricted')).toHaveText('Yes');
    await expect(account.field('Sign-in and security', 'Password')).toHaveText('None');
  });
});
