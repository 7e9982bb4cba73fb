import { newestToken } from '../fixtures/newest-token.ts';
import { readPageHeap } from '../fixtures/read-page-heap.ts';
import { readPageText } from '../fixtures/read-page-text.ts';
import { readProcessTexts } from '../fixtures/read-process-texts.ts';
import { scanForSecrets } from '../fixtures/scan-for-secrets.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { expect } from '@playwright/test';
import { pace } from '../fixtures/speed.ts';
import { test } from '../fixtures/usher-test.ts';
import type { Desk } from '../fixtures/desk.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';

/** Where any secret of the fake is to be found: the page's heap and document, processes, profile, what was printed. */
async function leaksOf(usher: UsherApp, plex: FakePlex, desk: Desk): Promise<readonly string[]> {
  return scanForSecrets(plex.secrets.list(), {
    folder: desk.profileFolder,
    texts: {
      'the page’s heap': [await readPageHeap(usher)],
      'the page': [await readPageText(usher.page)],
      'arguments and environment': await readProcessTexts(usher.groupId),
      output: usher.output,
    },
  });
}

test('no secret is in any process, file or page while accounts, servers, tokens and sources are used', async ({
  launch,
  plex,
  desk,
}) => {
  const usher = await launch();
  const { window } = usher;
  await signInAs(usher, plex, 'robin');
  await window.account.copyToken();
  await window.account.openRecord();
  await window.sidebar.openServers('robin');
  await window.servers.mint('Attic');
  await window.servers.mint('Old Barn');
  await window.servers.open('Attic');
  await window.sidebar.openTokens();
  await signInAs(usher, plex, 'noor');
  expect(await leaksOf(usher, plex, desk)).toEqual([]);
});

test('a revealed token is on the page, and ten seconds later neither there nor on its heap', async ({
  launch,
  plex,
  desk,
}) => {
  const usher = await launch();
  await signInAs(usher, plex, 'robin');
  const secret = newestToken(plex, 'robin');
  await usher.window.account.revealToken();
  // Asked without the secret in the question, which would put it on the page's heap itself.
  const hide = usher.window.account.token.getByRole('button', { name: 'Hide account token' });
  await expect(hide).toBeVisible();
  expect(await readPageText(usher.page)).toContain(secret);
  expect((await leaksOf(usher, plex, desk)).join()).toContain('the page’s heap');
  // Waited for in real time: a clock put into the page keeps what its timers closed over.
  await expect(hide).toBeHidden({ timeout: 20_000 * pace.patience });
  expect(await leaksOf(usher, plex, desk)).toEqual([]);
});

test('what Plex sends back in its errors stays out of the page and the log, URL-encoded or not', async ({
  launch,
  plex,
  desk,
}) => {
  const usher = await launch();
  await signInAs(usher, plex, 'robin');
  const secret = newestToken(plex, 'robin');
  const message = `no: X-Plex-Token=${secret}, X-Plex-Token%3D${encodeURIComponent(secret)}`;
  plex.faults.add({
    match: { path: '/api/v2/user' },
    action: { status: 403, body: JSON.stringify({ errors: [{ code: 9, message, status: 403 }] }) },
  });
  plex.faults.add({
    match: { host: 'Attic', path: '/security/token' },
    action: { status: 400, contentType: 'text/html', body: `<h1>${message}</h1>` },
  });
  await usher.window.account.refresh();
  await expect(usher.window.account.error).toBeVisible();
  await usher.window.sidebar.openServers('robin');
  await usher.window.servers.mint('Attic');
  await expect(usher.window.main.getByRole('alert')).toBeVisible();
  expect(await leaksOf(usher, plex, desk)).toEqual([]);
});
