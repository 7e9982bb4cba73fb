import { expect } from '@playwright/test';
import type { Fault } from '../fake-plex/state/fault-list.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

const failures: readonly {
  readonly what: string;
  readonly action: Fault['action'];
  readonly says: string | RegExp;
  /** Before which nothing is asked again. */
  readonly waitMs?: number;
  /** After which an answer that does not come is given up. */
  readonly givenUpAfterMs?: number;
}[] = [
  {
    what: 'no network',
    action: { reset: true },
    says: 'Offline. Showing data from',
  },
  {
    what: 'no answer',
    action: { hang: true },
    says: 'Plex took too long to respond',
    givenUpAfterMs: 50_000,
  },
  {
    what: 'a captive portal',
    action: { html: true },
    says: 'You may need to sign in to this network',
  },
  {
    what: 'a redirect to somewhere else',
    action: { redirectTo: 'http://127.0.0.1:9/login' },
    says: 'You may need to sign in to this network',
  },
  { what: 'malformed JSON', action: { garbage: true }, says: 'The answer couldn’t be read' },
  {
    what: 'a status that HTTP does not have',
    action: { raw: 'HTTP/1.1 999 No\r\nContent-Length: 2\r\n\r\n{}' },
    says: 'The answer couldn’t be read',
  },
  {
    what: 'an answer of another protocol',
    action: { raw: 'SSH-2.0-OpenSSH\r\n' },
    says: 'The answer couldn’t be read',
  },
  { what: 'an answer cut off', action: { cutMidBody: true }, says: 'Offline. Showing data from' },
  {
    what: 'an answer of 50 MB',
    action: { sizeBytes: 50_000_000 },
    says: 'The answer was too large',
  },
  { what: 'trouble at Plex', action: { status: 503 }, says: 'Plex is having problems' },
  {
    what: 'a rate limit',
    action: { status: 429, headers: { 'Retry-After': '40' } },
    says: 'limiting requests for another 40 s',
    waitMs: 40_000,
  },
  { what: 'a refusal of another kind', action: { status: 418 }, says: 'Plex returned an error' },
];

test.describe('When something goes wrong', () => {
  test('the account page says what, keeps what is known, and works again afterwards', async ({
    launch,
    plex,
  }) => {
    const usher = await launch({ hasMovableClock: true });
    const { window } = usher;
    await signInAs(usher, plex, 'robin');
    await expect(window.account.group('Plex Pass')).toContainText('Lifetime');
    const path = '/api/v2/user';
    const asked = () => plex.requests.list().filter((request) => request.path === path).length;
    for (const { what, action, says, waitMs = 0, givenUpAfterMs = 0 } of failures) {
      await test.step(what, async () => {
        // The question that opening the page asked is not the one to fail.
        await expect(window.account.refreshButton).toBeEnabled();
        const before = asked();
        plex.faults.add({ match: { path }, action });
        await window.account.refresh();
        await expect.poll(asked).toBeGreaterThan(before);
        await usher.advance(givenUpAfterMs);
        await expect(window.account.error).toContainText(says);
        await expect(window.account.group('Plex Pass')).toContainText('Lifetime');
        await expect(window.sidebar.account('robin')).toContainText('Token: Can’t be checked');
        plex.faults.clear();
        await usher.advance(waitMs);
        await window.account.error.getByRole('button', { name: 'Try again' }).click();
        await expect(window.account.error).toBeHidden();
        await expect(window.sidebar.account('robin')).toContainText('Token: Valid');
      });
    }
  });

  test('an address that answers with a status or headers of its own invention stops nothing', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'robin');
    await window.sidebar.openServers('robin');
    await window.servers.open('Attic');
    const { url, machineIdentifier } = plex.server('Attic');
    const identity = JSON.stringify({ MediaContainer: { machineIdentifier } });
    const answers = [
      ['HTTP/1.1 999 No', 'Not a Plex server'],
      ['HTTP/1.1 042 No', 'Not a Plex server'],
      ['HTTP/1.1 200 OK\r\nX-Owner: \xe7\x8c\xab \x80', 'Answered'],
    ] as const;
    for (const [head, says] of answers) {
      await test.step(head, async () => {
        await window.server.mint();
        await expect(window.clipboard.bar).toContainText('Attic');
        await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
        const raw = `${head}\r\nContent-Length: ${String(identity.length)}\r\n\r\n${identity}`;
        plex.faults.add({ match: { host: 'Attic', path: '/identity' }, action: { raw } });
        await window.server.checkAddresses();
        await expect(window.server.address(url)).toContainText(says);
        plex.faults.clear();
        // Whatever stops main stops this as well.
        await usher.advance(30_000);
        await expect(window.clipboard.bar).toBeHidden();
        await expect.poll(() => desk.readClipboard()).toBe('');
      });
    }
  });

  test('values that are null, or of another type than they should be, break no view', async ({
    guest: { usher, plex },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'robin');
    for (const scramble of ['nulls', 'types'] as const) {
      await test.step(scramble, async () => {
        plex.faults.add({ match: { path: '/api/v2/*' }, action: { scramble } });
        await window.account.refresh();
        await expect(window.account.error).toContainText('The answer couldn’t be read');
        await window.sidebar.openServers('robin');
        await window.servers.refresh();
        await expect(window.servers.heading).toBeVisible();
        plex.faults.clear();
        await window.servers.refresh();
        await expect(window.servers.row('Attic')).toBeVisible();
        await window.sidebar.openAccount('robin');
        await expect(window.account.group('Plex Pass')).toContainText('Lifetime');
      });
    }
  });

  test('minting says what the server did, and puts nothing on the clipboard', async ({
    guest: { usher, plex, desk },
  }) => {
    const { servers } = usher.window;
    await signInAs(usher, plex, 'robin');
    await usher.window.sidebar.openServers('robin');
    await expect(servers.row('Attic')).toBeVisible();
    await desk.writeClipboard('a shopping list');
    for (const [action, says] of [
      [{ status: 401, contentType: 'text/html', body: '<h1>401</h1>' }, 'didn’t create a token'],
      [{ status: 500 }, 'The server returned an error'],
      [{ garbage: true }, 'The answer couldn’t be read'],
      [{ sizeBytes: 50_000_000 }, 'The answer was too large'],
      [{ reset: true }, 'Can’t reach'],
    ] as const) {
      await test.step(says, async () => {
        plex.faults.add({ match: { host: 'Attic', path: '/security/token' }, action });
        await servers.mint('Attic');
        await expect(servers.row('Attic').getByRole('alert')).toContainText(says);
        plex.faults.clear();
      });
    }
    await expect.poll(() => desk.readClipboard()).toBe('a shopping list');
    await servers.mint('Attic');
    await expect(usher.window.clipboard.bar).toContainText('Attic');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
  });
});
