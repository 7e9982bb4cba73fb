import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keychainEnv } from '../fixtures/keychain-env.ts';
import { keychainWorkerPid } from '../fixtures/keychain-worker-pid.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { processesInGroup } from '../fixtures/processes-in-group.ts';
import { readIndex } from '../fixtures/read-index.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { until } from '../fixtures/until.ts';
import { test } from '../fixtures/usher-test.ts';

const signOutPath = '/api/v2/users/signout';

test.describe('A keychain that can not be read', () => {
  for (const [state, says] of [
    ['locked', 'The keychain is locked'],
    ['without its service', 'No keychain is running'],
  ] as const) {
    test(`(${state}) makes no sign-out succeed: account and token stay`, async ({
      launch,
      plex,
      desk,
      startKeychain,
    }) => {
      const keychain = await startKeychain('unlocked');
      const env = keychainEnv(keychain, desk);
      const usher = await launch({ env });
      const { window } = usher;
      await signInAs(usher, plex, 'sam');
      const token = newestToken(plex, 'sam');
      if (state === 'locked') await keychain.lock();
      else await keychain.stopKeyring();
      await window.account.signOut();
      await expect(window.account.signOutDialog).toContainText(says);
      await window.account.signOutDialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(window.sidebar.account('sam')).toBeVisible();
      expect(plex.requests.list().filter(({ path }) => path === signOutPath)).toEqual([]);
      expect((await readIndex(desk))?.accounts).toMatchObject([{ isSigningOut: false }]);
      await window.sidebar.openOverview();
      await expect(window.keychainTrouble).toContainText(says);
      await keychain.unlock();
      await expect.poll(() => desk.keychainSecrets(env)).toEqual([token]);
      await window.tryKeychainAgain();
      await window.sidebar.openAccount('sam');
      await window.account.signOut();
      await expect(window.sidebar.accounts).toHaveCount(0);
      await expect.poll(() => desk.keychainSecrets(env)).toEqual([]);
    });
  }

  test('hides none of the accounts that can be read', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    const usher = await launch({ env: keychainEnv(keychain, desk) });
    const { window } = usher;
    await signInAs(usher, plex, 'sam');
    await signInAs(usher, plex, 'edith');
    const sam = (await readIndex(desk))?.accounts.find(({ username }) => username === 'sam');
    const item = ['service', desk.keychainService, 'account', sam?.secretKey ?? ''];
    await keychain.run('secret-tool', ['clear', ...item]);
    await window.sidebar.openAccount('sam');
    await window.account.refresh();
    await expect(window.account.error).toContainText('The token isn’t in the keychain');
    await expect(window.sidebar.accounts).toHaveCount(2);
    await window.sidebar.openAccount('Edith');
    await window.account.refresh();
    await expect(window.account.token).toContainText('Valid');
    await expect(window.account.error).toHaveCount(0);
  });
});

test.describe('A token that another program', () => {
  test('removed can be taken off the list, though there is nothing to revoke with', async ({
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
    await window.account.signOut();
    await expect(window.account.signOutDialog).toContainText('The token isn’t in the keychain');
    await window.account.removeLocally();
    await expect(window.sidebar.accounts).toHaveCount(0);
  });

  test('wrote over is told as changed and sent to nobody; signing in again mends it', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    const env = keychainEnv(keychain, desk);
    const usher = await launch({ env });
    const { window } = usher;
    await signInAs(usher, plex, 'sam');
    const key = (await readIndex(desk))?.accounts[0]?.secretKey ?? '';
    const item = ['service', desk.keychainService, 'account', key];
    await keychain.run('secret-tool', ['clear', ...item]);
    const schema = ['xdg:schema', 'org.freedesktop.Secret.Generic'];
    const store = ['store', '--label=Another', ...schema, ...item];
    await keychain.run('secret-tool', store, 'something of another program');
    plex.requests.clear();
    await window.account.refresh();
    await expect(window.account.error).toContainText('The token in the keychain was changed');
    expect(plex.requests.list()).toEqual([]);
    await window.account.error.getByRole('button', { name: 'Sign in again' }).click();
    await signInAs(usher, plex, 'sam');
    await expect(window.account.error).toHaveCount(0);
    await expect.poll(() => desk.keychainSecrets(env)).toEqual([newestToken(plex, 'sam')]);
  });
});

test.describe('A keychain that hangs', () => {
  test('is told of after a second, given up after a minute, and works again afterwards', async ({
    launch,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    const usher = await launch({ env: keychainEnv(keychain, desk), hasMovableClock: true });
    const { signIn } = usher.window;
    await expect(signIn.continueInBrowser).toBeEnabled();
    const first = await keychainWorkerPid(usher);
    keychain.pause();
    // The page that opens looks whether the keychain works.
    await usher.page.reload();
    await usher.advance(1_000);
    await expect(signIn.keychainTrouble).toContainText('Waiting for your keychain');
    await usher.advance(60_000);
    await expect(signIn.keychainTrouble).toContainText('The keychain isn’t responding');
    await until('the process that hangs to end', async () => {
      const stat = await readFile(`/proc/${first}/stat`, 'utf8').catch(() => '');
      return stat === '' || stat.includes(') Z ');
    });
    keychain.resume();
    await signIn.tryKeychainAgain();
    await expect(signIn.continueInBrowser).toBeEnabled();
    expect(await keychainWorkerPid(usher)).not.toBe(first);
  });

  test('does not outlive an app that is killed', async ({ launch, desk, startKeychain }) => {
    const keychain = await startKeychain('unlocked');
    const usher = await launch({ env: keychainEnv(keychain, desk) });
    await expect(usher.window.signIn.continueInBrowser).toBeEnabled();
    await keychainWorkerPid(usher);
    keychain.pause();
    // The page that opens looks whether the keychain works.
    await usher.page.reload();
    await expect(usher.window.signIn.keychainTrouble).toContainText('Waiting for your keychain');
    const { pid = 0 } = usher.electron.process();
    const over = usher.electron.waitForEvent('close');
    process.kill(pid, 'SIGKILL');
    await over;
    await until('its keychain process to end', async () => {
      const left = await processesInGroup(pid);
      return left.length === 0;
    });
    keychain.resume();
  });
});

test('A keychain process that dies in the middle of a call is replaced, and the call answered', async ({
  launch,
  plex,
  desk,
  startKeychain,
}) => {
  const keychain = await startKeychain('unlocked');
  const usher = await launch({ env: keychainEnv(keychain, desk) });
  const { window } = usher;
  await signInAs(usher, plex, 'sam');
  const first = await keychainWorkerPid(usher);
  keychain.pause();
  plex.requests.clear();
  await window.account.refresh();
  await expect(window.sidebar.keychain).toContainText('Waiting for you');
  process.kill(first, 'SIGKILL');
  await keychainWorkerPid(usher, first);
  keychain.resume();
  await until('Plex to be asked with the token', () =>
    plex.requests.list().some(({ path }) => path === '/api/v2/user'),
  );
  await expect(window.account.token).toContainText('Valid');
  await expect(window.account.error).toHaveCount(0);
});

test('Without a keychain, an account is labelled wherever it appears, and the profile knows nothing of it', async ({
  launch,
  plex,
  desk,
  startKeychain,
}) => {
  const keychain = await startKeychain('noService');
  const usher = await launch({ env: keychainEnv(keychain, desk) });
  const { window } = usher;
  await window.signIn.useSessionOnly();
  await signInAs(usher, plex, 'sam');
  await expect(window.account.token).toContainText('Until you quit');
  await expect(window.sidebar.account('sam')).toContainText('Until you quit');
  await window.sidebar.openServers('sam');
  await window.servers.mint('Cabin');
  await expect(window.clipboard.bar).toContainText('Cabin');
  await window.sidebar.openTokens();
  await expect(window.tokens.row('Cabin')).toContainText('Until you quit');
  for (const name of ['index.json', 'index.json.backup', 'servers.json', 'servers.json.backup']) {
    const text = await readFile(join(desk.profileFolder, name), 'utf8').catch(() => '');
    expect(text).not.toMatch(/sam|Cabin/);
  }
});
