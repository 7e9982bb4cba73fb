import { expect } from '@playwright/test';
import { soonMs } from '../fixtures/expect.ts';
import { keychainEnv } from '../fixtures/keychain-env.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { pace } from '../fixtures/speed.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('The keychain', () => {
  test('that is locked is told of before anything can be typed; unlocked, it is taken', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('locked');
    const usher = await launch({ env: keychainEnv(keychain, desk) });
    const { signIn, account } = usher.window;
    await expect(signIn.keychainTrouble).toContainText('The keychain is locked');
    await expect(signIn.usePassword).toBeDisabled();
    await expect(signIn.continueInBrowser).toBeDisabled();
    await keychain.unlock();
    await signIn.tryKeychainAgain();
    await expect(signIn.keychainTrouble).toBeHidden();
    await signInAs(usher, plex, 'sam');
    await expect(account.token).toContainText('System keychain');
    await expect.poll(() => desk.keychainSecrets(keychain.env)).toEqual([newestToken(plex, 'sam')]);
  });

  for (const [state, start, says] of [
    ['is not running', 'noService', 'No keychain is running'],
    ['was never set up', 'noCollection', 'The keychain hasn’t been set up'],
  ] as const) {
    test(`that ${state} is told of, with what would give one`, async ({
      launch,
      desk,
      startKeychain,
    }) => {
      const keychain = await startKeychain(start);
      const { window } = await launch({ env: keychainEnv(keychain, desk) });
      await expect(window.signIn.keychainTrouble).toContainText(says);
      await expect(window.signIn.continueInBrowser).toBeDisabled();
    });
  }

  test('that cannot be reached leaves "this session only": in memory, and nothing of it stored', async ({
    launch,
    plex,
    desk,
  }) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
    const first = await launch({ env });
    const { window } = first;
    await expect(window.signIn.keychainTrouble).toContainText('The keychain can’t be reached');
    await expect(window.signIn.keychainTrouble).toContainText('in memory until you quit');
    await window.signIn.useSessionOnly();
    await signInAs(first, plex, 'sam');
    await expect(window.account.token).toContainText('Until you quit');
    await window.sidebar.openServers('sam');
    await window.servers.mint('Cabin');
    await expect(window.clipboard.bar).toContainText('Cabin');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await first.close();
    const second = await launch({ env });
    await expect(second.window.signIn.heading).toHaveText('Welcome to Usher');
    await expect(second.window.sidebar.accounts).toHaveCount(0);
  });

  test('that is locked later hides no account, and signs nobody out', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    test.setTimeout(300_000 * pace.patience);
    const keychain = await startKeychain('unlocked');
    const env = keychainEnv(keychain, desk);
    const first = await launch({ env });
    await signInAs(first, plex, 'sam');
    await first.close();
    await keychain.lock();
    const second = await launch({ env });
    const { window } = second;
    await expect(window.sidebar.account('sam')).toBeVisible();
    // What is opened asks for the token.
    await window.sidebar.openAccount('sam');
    await expect(window.sidebar.keychain).toContainText('Locked');
    await window.sidebar.openOverview();
    await expect(window.keychainTrouble).toContainText('The keychain is locked');
    await expect(window.keychainTrouble).toContainText('Your tokens are safe');
    await keychain.unlock();
    const soon = { timeout: soonMs };
    await window.tryKeychainUntil(async () => {
      await window.sidebar.openAccount('sam');
      await window.account.refreshButton.click(soon);
      await expect(window.account.error).toHaveCount(0, soon);
    });
    await expect(window.account.token).toContainText('Valid');
  });

  test('from which another program removed the token is told of, and signing in again mends it', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    const usher = await launch({ env: keychainEnv(keychain, desk) });
    const { window } = usher;
    await signInAs(usher, plex, 'sam');
    await keychain.run('secret-tool', ['clear', 'service', desk.keychainService]);
    await window.account.refresh();
    await expect(window.account.error).toContainText('The token isn’t in the keychain');
    await window.account.error.getByRole('button', { name: 'Sign in again' }).click();
    await signInAs(usher, plex, 'sam');
    await expect(window.sidebar.accounts).toHaveCount(1);
    await expect(window.account.error).toHaveCount(0);
  });

  test('that does not answer is waited for in sight, and can be given up', async ({
    launch,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    keychain.pause();
    const { window } = await launch({ env: keychainEnv(keychain, desk) });
    const { signIn } = window;
    await expect(signIn.keychainTrouble).toContainText('Waiting for your keychain');
    await signIn.keychainTrouble.getByRole('button', { name: 'Cancel' }).click();
    await expect(signIn.keychainTrouble).toContainText('Keychain access denied');
    keychain.resume();
    await signIn.tryKeychainAgain();
    await expect(signIn.continueInBrowser).toBeEnabled();
  });
});
