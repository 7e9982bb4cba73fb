import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newestToken } from '../fixtures/newest-token.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('Signing out', () => {
  test('revokes the token at Plex, then removes it from the keychain and from the list', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'sam');
    const token = newestToken(plex, 'sam');
    await expect.poll(() => desk.keychainSecrets()).toEqual([token]);
    await window.account.signOut();
    await window.account.finishSigningOut();
    await expect(window.signIn.heading).toHaveText('Welcome to Usher');
    await expect(window.sidebar.accounts).toHaveCount(0);
    expect(plex.sessions.wasRevoked(token)).toBe(true);
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
    const index = await readFile(join(desk.profileFolder, 'index.json'), 'utf8');
    expect(index).not.toContain(plex.user('sam').uuid);
    const kept = await readFile(join(desk.profileFolder, 'servers.json'), 'utf8');
    expect(kept).not.toContain('Cabin');
  });

  test('takes the transient tokens of the account along, and leaves other accounts alone', async ({
    guest: { usher, plex, desk },
  }) => {
    const { window } = usher;
    await signInAs(usher, plex, 'robin');
    await signInAs(usher, plex, 'sam');
    for (const [account, server] of [
      ['robin', 'Attic'],
      ['sam', 'Cabin'],
    ] as const) {
      await window.sidebar.openServers(account);
      await window.servers.mint(server);
      await expect(window.clipboard.bar).toContainText(server);
    }
    await window.sidebar.openAccount('sam');
    await window.account.signOut();
    await window.account.finishSigningOut();
    await expect(window.sidebar.accounts).toHaveCount(1);
    await window.sidebar.openTokens();
    await expect(window.tokens.rows).toHaveCount(1);
    await expect(window.tokens.row('Attic')).toBeVisible();
    await expect.poll(() => desk.keychainSecrets()).toHaveLength(2);
    await window.sidebar.openAccount('robin');
    await expect(window.account.token).toContainText('Valid');
  });

  test('that Plex cannot be told of is finished later, by itself, and told when it is done', async ({
    launch,
    plex,
    desk,
  }) => {
    const usher = await launch();
    const { window } = usher;
    await signInAs(usher, plex, 'sam');
    const token = newestToken(plex, 'sam');
    plex.faults.add({ match: { host: 'plex' }, action: { reset: true } });
    await window.account.signOut();
    const dialog = window.account.signOutDialog;
    await expect(dialog.getByRole('listitem').nth(0)).toContainText('Can’t reach Plex');
    await dialog.getByRole('button', { name: 'Finish later' }).click();
    await expect(dialog).toBeHidden();
    await expect(window.sidebar.accounts).toHaveCount(0);
    const leaving = window.sidebar.navigation.getByRole('button', { name: /waiting for Plex/ });
    await expect(leaving).toContainText('sam');
    await expect.poll(() => desk.keychainSecrets()).toEqual([token]);

    // Once Plex is there, Usher may be the first to try.
    await leaving.click();
    const again = dialog.getByRole('button', { name: 'Try now' });
    await expect(again).toBeVisible();
    plex.faults.clear();
    await again.click();
    await expect(dialog.getByRole('listitem')).toHaveText([/^Done: /, /^Done: /, /^Done: /]);
    await window.account.finishSigningOut();
    await expect(window.notices.getByText('sam is signed out', { exact: true })).toBeVisible();
    await expect(leaving).toHaveCount(0);
    expect(plex.sessions.wasRevoked(token)).toBe(true);
    await expect.poll(() => desk.keychainSecrets()).toEqual([]);
  });
});
