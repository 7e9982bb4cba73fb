import { expect } from '@playwright/test';
import { readPageHeap } from '../fixtures/read-page-heap.ts';
import { readPageText } from '../fixtures/read-page-text.ts';
import { scanForSecrets } from '../fixtures/scan-for-secrets.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

const claim = 'claim-zzFAKEclaimCode0001';

test('a pasted token is told, and is left neither on the page, nor in its heap, nor in a file', async ({
  launch,
  plex,
  desk,
}) => {
  const usher = await launch();
  const { window, page } = usher;
  const { identify } = window;
  await signInAs(usher, plex, 'robin');
  await window.sidebar.openPage('Identify');
  await expect(identify.heading).toBeFocused();

  await test.step('from the keyboard, and Undo does not bring it back', async () => {
    const { onlineToken } = plex.server('Attic');
    await desk.writeClipboard(
      `<Preferences FriendlyName="Attic" PlexOnlineToken="${onlineToken}"/>`,
    );
    await identify.type.press('Enter');
    await page.keyboard.press('Control+v');
    await expect(identify.field).not.toHaveValue('');
    await page.keyboard.press('Control+Enter');
    await expect(identify.field).toBeHidden();
    await identify.type.press('Enter');
    await page.keyboard.press('Control+z');
    await expect(identify.field).toHaveValue('');
    await page.keyboard.press('Escape');
    const told = identify.token(/Attic\W?’s own sign-in token/);
    await expect(told).toContainText('Full account access');
    await expect(told).toContainText(/“PlexOnlineToken” · \W?Attic/);
    await expect(told).toContainText(onlineToken.slice(-4));
    await identify.heading.focus();
    await page.keyboard.press('Control+v');
    await expect(identify.field).toBeHidden();
    await expect(told).toContainText('Full account access');
  });

  await test.step('several of them, from the clipboard', async () => {
    const transient = plex.server('Loft').mintTransient(plex.user('robin'));
    const dead = plex.grantToken('sam');
    plex.revokeAll('sam');
    const jwt = plex.grantJwt('edith');
    await desk.writeClipboard(
      `{"a":{"name":"Loft","token":"${transient}"},"b":{"token":"${dead}"},"c":{"jwt":"${jwt}"},"d":"${claim}"}`,
    );
    await identify.clipboard.click();
    await expect(identify.token(/Transient token for \W?Loft/)).toContainText(
      'Within 48 hours of minting',
    );
    await expect(identify.token('Plex doesn’t accept it')).toContainText('Rejected');
    await expect(identify.token('Account token of')).toContainText('JWT');
    await expect(identify.token('Claim code, not a token')).toContainText('Not sent');
    await identify.token('Account token of').getByText('What the JWT says').click();
    await expect(identify.found.getByText('fake-plex-key')).toBeVisible();
  });

  await test.step('nothing of them is to be found', async () => {
    const secrets = [...plex.secrets.list(), { kind: 'claim', value: claim }];
    const texts = {
      'the page’s heap': [await readPageHeap(usher)],
      'the page': [await readPageText(page)],
      output: usher.output,
    };
    expect(await scanForSecrets(secrets, { folder: desk.profileFolder, texts })).toEqual([]);
  });

  await test.step('all are forgotten at once', async () => {
    await identify.forgetAll.click();
    await expect(identify.found).toHaveCount(0);
  });

  await test.step('what is none is told as such, and so is an outage', async () => {
    await identify.paste('How do I find my token?');
    await expect(identify.error).toContainText('No token found');
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 503 } });
    await identify.paste(plex.grantToken('sam'));
    await expect(identify.token('Couldn’t be checked')).toContainText('Not checked');
    plex.faults.clear();
    await identify.found.getByRole('button', { name: 'Check again' }).click();
  });

  await test.step('an account’s is kept, once it is said whose it is', async () => {
    await expect(identify.token(/Account token of \W?sam/)).toContainText('Full account access');
    await identify.keep();
    await expect(window.account.heading).toHaveText('sam');
    await expect(window.sidebar.account('sam')).toBeVisible();
    await window.sidebar.openPage('Identify');
    await expect(identify.found).toHaveCount(0);
  });
});
