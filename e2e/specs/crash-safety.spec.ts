import { expect } from '@playwright/test';
import type { KeyringSession } from '../../electron/storage/keychain/testing/keyring-session.ts';
import type { IndexContent } from '../../electron/storage/profile/index-content.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import type { Desk } from '../fixtures/desk.ts';
import { soonMs } from '../fixtures/expect.ts';
import { keychainEnv } from '../fixtures/keychain-env.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { onceTheKeychainAnswers } from '../fixtures/once-the-keychain-answers.ts';
import { readIndex } from '../fixtures/read-index.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { until } from '../fixtures/until.ts';
import { pace } from '../fixtures/speed.ts';
import { test } from '../fixtures/usher-test.ts';

const signInPath = '/api/v2/users/signin';
const signOutPath = '/api/v2/users/signout';
const mintPath = '/security/token';
const cutShort = 'Usher didn’t close properly';

const asked = (plex: FakePlex, path: string): Promise<true> =>
  until(`Plex to be asked for ${path}`, () =>
    plex.requests.list().some((one) => one.path === path),
  );

/** The index in the profile, once it is as a step of the work leaves it. */
const indexOnce = (desk: Desk, fits: (index: IndexContent) => boolean): Promise<true> =>
  until('the step to be reached', async () => {
    const index = await readIndex(desk);
    return index !== null && fits(index);
  });

const isUnfinished =
  (subject: string) =>
  ({ unfinishedKeys }: IndexContent): boolean =>
    unfinishedKeys.some((key) => key.startsWith(`${subject}/`));

/** Nothing is left half done, and the keychain holds these secrets and no other. */
async function expectSettled(desk: Desk, keychain: KeyringSession, secrets: readonly string[]) {
  await indexOnce(
    desk,
    ({ unfinishedKeys, accounts, transientTokens }) =>
      unfinishedKeys.length === 0 &&
      !accounts.some(({ isSigningOut }) => isSigningOut) &&
      !transientTokens.some(({ isForgotten }) => isForgotten),
  );
  const kept = async (): Promise<readonly string[]> =>
    (await desk.keychainSecrets(keychain.env)).toSorted();
  await expect.poll(kept).toEqual(secrets.toSorted());
}

test.describe('Killed', () => {
  test.describe.configure({ timeout: 240_000 * pace.patience });

  test('in the middle of signing in, the app loses no token and leaves none behind', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    const env = keychainEnv(keychain, desk);

    // While Plex is asked.
    let usher = await launch({ env });
    plex.faults.add({ match: { path: signInPath }, action: { hang: true } });
    await usher.window.signIn.enter('sam', 'sam-demo-password');
    await asked(plex, signInPath);
    await usher.kill();
    plex.faults.clear();

    // While the token is written to the keychain.
    usher = await launch({ env });
    await expect(usher.window.signIn.continueInBrowser).toBeEnabled();
    await expect(usher.window.sidebar.accounts).toHaveCount(0);
    await expect.poll(() => desk.keychainSecrets(env)).toEqual([]);
    plex.requests.clear();
    plex.faults.add({ match: { path: signInPath }, action: { hold: true } });
    await usher.window.signIn.enter('sam', 'sam-demo-password');
    await asked(plex, signInPath);
    keychain.pause();
    plex.faults.clear();
    await indexOnce(desk, isUnfinished('account'));
    await usher.kill();
    keychain.resume();

    // As soon as the index names the account.
    usher = await launch({ env });
    await expect(usher.window.notices.getByText(cutShort)).toBeVisible();
    await expectSettled(desk, keychain, []);
    await expect(usher.window.sidebar.accounts).toHaveCount(0);
    await usher.window.signIn.enter('sam', 'sam-demo-password');
    await indexOnce(desk, ({ accounts }) => accounts.length === 1);
    await usher.kill();
    const kept = newestToken(plex, 'sam');

    // While the token is replaced by a newer one.
    usher = await launch({ env });
    await expect(usher.window.sidebar.account('sam')).toContainText('Valid');
    await expectSettled(desk, keychain, [kept]);
    await usher.window.sidebar.openSignIn();
    await expect(usher.window.signIn.continueInBrowser).toBeEnabled();
    plex.requests.clear();
    plex.faults.add({ match: { path: signInPath }, action: { hold: true } });
    await usher.window.signIn.enter('sam', 'sam-demo-password');
    await asked(plex, signInPath);
    keychain.pause();
    plex.faults.clear();
    await indexOnce(desk, isUnfinished('account'));
    await usher.kill();
    keychain.resume();

    usher = await launch({ env });
    await expect(usher.window.notices.getByText(cutShort)).toBeVisible();
    await expectSettled(desk, keychain, [kept]);
    await expect(usher.window.sidebar.account('sam')).toContainText('Valid');
  });

  test('in the middle of minting or forgetting, the app loses no token and leaves none behind', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    const env = keychainEnv(keychain, desk);
    let usher = await launch({ env });
    await signInAs(usher, plex, 'sam');
    const token = newestToken(plex, 'sam');

    // While the server is asked.
    await usher.window.sidebar.openServers('sam');
    plex.faults.add({ match: { path: mintPath }, action: { hang: true } });
    await usher.window.servers.mint('Cabin');
    await asked(plex, mintPath);
    await usher.kill();
    plex.faults.clear();

    // While the token is written to the keychain.
    usher = await launch({ env });
    await expectSettled(desk, keychain, [token]);
    await usher.window.sidebar.openServers('sam');
    plex.requests.clear();
    plex.faults.add({ match: { path: mintPath }, action: { hold: true } });
    await usher.window.servers.mint('Cabin');
    await asked(plex, mintPath);
    keychain.pause();
    plex.faults.clear();
    await indexOnce(desk, isUnfinished('transient-token'));
    await usher.kill();
    keychain.resume();

    // As soon as the index names it.
    usher = await launch({ env });
    await expect(usher.window.notices.getByText(cutShort)).toBeVisible();
    await expectSettled(desk, keychain, [token]);
    await usher.window.sidebar.openServers('sam');
    await usher.window.servers.mint('Cabin');
    await indexOnce(desk, ({ transientTokens }) => transientTokens.length === 1);
    await usher.kill();

    // While it is deleted from the keychain.
    usher = await launch({ env });
    await expectSettled(desk, keychain, [token, lastMinted(plex)]);
    await usher.window.sidebar.openTokens();
    await expect(usher.window.tokens.rows).toHaveCount(1);
    keychain.pause();
    // Its dialog stays open until the app is gone.
    const forgetting = usher.window.tokens.forget('Cabin').catch(() => undefined);
    await indexOnce(desk, ({ transientTokens }) => transientTokens[0]?.isForgotten === true);
    await usher.kill();
    await forgetting;
    keychain.resume();

    usher = await launch({ env });
    await expectSettled(desk, keychain, [token]);
    await usher.window.sidebar.openTokens();
    await expect(usher.window.tokens.rows).toHaveCount(0);
  });

  test('in the middle of signing out, the app finishes that at its next start, and says so', async ({
    launch,
    plex,
    desk,
    startKeychain,
  }) => {
    const keychain = await startKeychain('unlocked');
    const env = keychainEnv(keychain, desk);
    const finished = 'Finished removing sam';

    // While Plex is asked to revoke the token.
    let usher = await launch({ env });
    await signInAs(usher, plex, 'sam');
    plex.faults.add({ match: { path: signOutPath }, action: { hang: true } });
    await usher.window.account.signOut();
    await asked(plex, signOutPath);
    await usher.kill();
    plex.faults.clear();

    // While the token is deleted from the keychain.
    usher = await launch({ env });
    await expect(usher.window.notices.getByText(finished)).toBeVisible(onceTheKeychainAnswers);
    await expectSettled(desk, keychain, []);
    expect(newestToken(plex, 'sam')).toBe('');
    await signInAs(usher, plex, 'sam');
    plex.requests.clear();
    plex.faults.add({ match: { path: signOutPath }, action: { hold: true } });
    await usher.window.account.signOut();
    await asked(plex, signOutPath);
    keychain.pause();
    plex.faults.clear();
    await until('Plex to have answered', () => newestToken(plex, 'sam') === '');
    await usher.kill();
    keychain.resume();

    // While Plex is asked, which then can't be asked at the next start.
    usher = await launch({ env });
    await expect(usher.window.notices.getByText(finished)).toBeVisible(onceTheKeychainAnswers);
    await expectSettled(desk, keychain, []);
    await signInAs(usher, plex, 'sam');
    plex.requests.clear();
    plex.faults.add({ match: { path: signOutPath }, action: { hang: true } });
    await usher.window.account.signOut();
    await asked(plex, signOutPath);
    await usher.kill();
    plex.faults.clear();
    plex.faults.add({ match: { path: signOutPath }, action: { reset: true } });

    // While Plex is asked, and the keychain is locked at the next start.
    usher = await launch({ env });
    await expect(
      usher.window.notices.getByText('Signing out of sam was interrupted'),
    ).toBeVisible();
    await expectSettled(desk, keychain, [newestToken(plex, 'sam')]);
    plex.faults.clear();
    plex.requests.clear();
    plex.faults.add({ match: { path: signOutPath }, action: { hang: true } });
    await usher.window.sidebar.openAccount('sam');
    await usher.window.account.signOut();
    await asked(plex, signOutPath);
    await usher.kill();
    plex.faults.clear();
    await keychain.lock();

    usher = await launch({ env });
    await expect(usher.window.sidebar.navigation).toContainText('Signing out');
    await expect(usher.window.keychainTrouble).toContainText('The keychain is locked');
    await keychain.unlock();
    await usher.window.tryKeychainUntil(() =>
      expect(usher.window.notices.getByText(finished)).toBeVisible({ timeout: soonMs }),
    );
    await expectSettled(desk, keychain, []);
  });
});
