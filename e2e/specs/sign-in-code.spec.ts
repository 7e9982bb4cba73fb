import { expect } from '@playwright/test';
import { decodeQrCode } from '../fixtures/decode-qr-code.ts';
import { photographQrCode } from '../fixtures/photograph-qr-code.ts';
import { test } from '../fixtures/usher-test.ts';
import { PlexPages } from '../pages/plex-pages.ts';

test.describe('Signing in with a code', () => {
  test('shows four characters, which are typed at the page of Plex it names', async ({
    guest: { usher, plex },
    systemBrowser,
  }) => {
    const { window, page } = usher;
    await window.signIn.startCode();
    const code = await window.signIn.code();
    expect(code).toMatch(/^[A-Z0-9]{4}$/);
    const address = new URL(`${plex.baseUrl}/link`);
    await expect(page.getByRole('link', { name: `${address.host}/link` })).toBeVisible();
    await new PlexPages(systemBrowser.page).typeCode(address.href, code, 'sam');
    await expect(window.overview.account('sam')).toBeVisible();
  });

  test('draws a QR code, and the page it opens on a phone has the code filled in', async ({
    guest: { usher },
    systemBrowser,
  }) => {
    const { window } = usher;
    await window.signIn.startCode();
    const code = await window.signIn.code();
    const picture = await photographQrCode(window.signIn.qrCode, systemBrowser.page);
    const plexPages = new PlexPages(systemBrowser.page);
    await plexPages.page.goto(decodeQrCode(picture));
    await expect(plexPages.page.getByLabel('Code')).toHaveValue(code);
    await plexPages.link('robin');
    await expect(window.overview.account('robin')).toBeVisible();
  });

  test('puts the code on the clipboard when asked', async ({ guest: { usher, desk } }) => {
    const { window } = usher;
    await window.signIn.startCode();
    await window.signIn.tiles.click();
    const code = await window.signIn.code();
    await expect.poll(() => desk.readClipboard()).toBe(code);
    await window.signIn.cancel();
  });

  test('tells why Plex gave no code, and starts again', async ({ guest: { usher, plex } }) => {
    plex.faults.add({ match: { path: '/api/v2/pins' }, times: 1, action: { status: 503 } });
    const { window } = usher;
    await window.signIn.startCode();
    await expect(window.signIn.error).toContainText('Plex is having problems');
    await window.signIn.tryAgain.click();
    expect(await window.signIn.code()).toHaveLength(4);
    await window.signIn.cancel();
  });
});
