import { expect } from '@playwright/test';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

const requestsTo = (plex: FakePlex, host: string) =>
  plex.requests.list().filter((request) => request.host === host);

test.describe('Minting a transient token', () => {
  test('takes one press, and the token is on the clipboard, in the list and good on its server', async ({
    guest: { usher, plex, desk },
  }) => {
    await signInAs(usher, plex, 'robin');
    const { window } = usher;
    await window.sidebar.openServers('robin');
    await window.servers.mint('Attic');
    await expect(window.clipboard.bar).toContainText('Attic');
    const token = lastMinted(plex);
    await expect.poll(() => desk.readClipboard()).toBe(token);
    expect(plex.server('Attic').rightsOf(token)).toMatchObject({
      isTransient: true,
      user: plex.user('robin'),
    });
    await window.sidebar.openTokens();
    await expect(window.tokens.row('Attic')).toContainText(token.slice(-4));
    await expect(window.tokens.row('Attic')).toContainText('robin');
    await expect(window.tokens.row('Attic')).toContainText(/4[78] h \d\d min/);
  });

  test('is told to readers, and so is when the clipboard will be cleared: neither cuts the other off', async ({
    robin: { usher },
  }) => {
    const { window } = usher;
    await window.sidebar.openServers('robin');
    await window.listenToAnnouncements();
    await window.servers.mint('Attic');
    await expect
      .poll(() => window.heardAnnouncements())
      .toEqual(
        expect.arrayContaining([
          'Token for Attic copied.',
          'Attic token copied. Clears in 30 seconds.',
        ]),
      );
  });

  test('proves the address first, then sends the access token of that server in a header', async ({
    robin: { usher, plex },
  }) => {
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.mint('Attic');
    await expect(usher.window.clipboard.bar).toContainText('Attic');
    const [probe, ...rest] = requestsTo(plex, 'Attic');
    expect(probe).toMatchObject({ path: '/identity', token: 'none' });
    const mint = rest.filter(({ token }) => token !== 'none');
    expect(mint).toHaveLength(1);
    expect(mint[0]).toMatchObject({
      method: 'POST',
      path: '/security/token',
      query: { type: 'delegation', scope: 'all' },
      token: 'header',
    });
    expect(mint[0]?.headers['x-plex-token']).toBe(
      plex.server('Attic').accessTokenOf(plex.user('robin')),
    );
  });

  test('works with an old server that refuses POST and answers in XML', async ({
    robin: { usher, plex, desk },
  }) => {
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.mint('Old Barn');
    await expect(usher.window.clipboard.bar).toContainText('Old Barn');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    const methods = requestsTo(plex, 'Old Barn')
      .filter(({ path }) => path === '/security/token')
      .map(({ method }) => method);
    expect(methods).toEqual(['POST', 'GET']);
  });

  test("works on somebody else's server, with the access token this account has for it", async ({
    robin: { usher, plex, desk },
  }) => {
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.mint('Cabin');
    await expect(usher.window.clipboard.bar).toContainText('Cabin');
    const rights = plex.server('Cabin').rightsOf(await desk.readClipboard());
    expect(rights).toMatchObject({ user: plex.user('robin'), isOwner: false });
  });

  test('sends no token to an address where another server answers', async ({
    robin: { usher, plex },
  }) => {
    await usher.window.sidebar.openServers('robin');
    // The first address of Loft leads to Cabin.
    await usher.window.servers.mint('Loft');
    await expect(usher.window.clipboard.bar).toContainText('Loft');
    expect(requestsTo(plex, 'Cabin').map(({ token }) => token)).not.toContain('header');
    expect(requestsTo(plex, 'Cabin').map(({ token }) => token)).not.toContain('query');
  });

  test('asks Plex for another access token where a server takes the old one no more, and blames nobody', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openServers('robin');
    await expect(window.servers.row('Cabin').getByRole('img', { name: 'Online' })).toBeVisible();
    plex.server('Cabin').renewAccessToken(plex.user('robin'));
    await window.servers.mint('Cabin');
    await expect(window.clipboard.bar).toContainText('Cabin');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await expect(window.sidebar.account('robin')).toContainText('Token: Valid');
  });
});
