import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProfileFiles } from '../../../electron/storage/profile/profile-files.ts';
import { createMemoryVault } from '../../../electron/storage/keychain/vault-switch.ts';
import { until } from '../../fixtures/until.ts';
import { startCore } from '../core-under-test.ts';

// Signs in, then in and out again on a disk that got full or read-only, and prints what came of it. It runs in a mount
// namespace of its own. Arguments: the folder that becomes the disk, the address of the fake Plex, the fault.

const [folder = '', plexUrl = '', fault = ''] = process.argv.slice(2);
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]);
const ballast = join(folder, 'ballast');
const files = createProfileFiles({ folder });
const vault = createMemoryVault();
const start = () => startCore({ plexUrl, files, vault: { ...vault, dispose: () => undefined } });
const core = await start();

const signIn = async (name: string) => {
  await core.must('signIn.submitPassword', {
    login: `${name}@example.invalid`,
    password: `${name}-demo-password`,
    verificationCode: null,
    rememberMe: true,
  });
  return core.waitFor(
    'signIn',
    (state) => state.kind === 'done' || ('phase' in state && state.phase === 'failed'),
  );
};
const names = (): readonly string[] => core.snapshot().accounts.map(({ username }) => username);

await signIn('sam');
await core.waitFor(
  'servers',
  ({ isRefreshing, refreshedAt }) => !isRefreshing && refreshedAt !== null,
);
if (fault === 'full') {
  // Fills it to the last byte.
  await writeFile(ballast, 'x'.repeat(300_000)).catch(() => undefined);
} else {
  // Refused as long as a file is open for writing, such as that of a list which has just come.
  await until('the disk to be read-only', () => {
    try {
      execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

const refused = await signIn('edith');
const namesAfterSignIn = names();
const [sam] = core.snapshot().accounts;
if (sam === undefined) throw new Error('The first account is gone.');
const accountId = sam.id;
const signedOut = await core.request('account.signOut', { accountId });
const loaded = await core.request('account.load', { accountId });
const namesAfterSignOut = names();

const again = await start();
await again.usher.settle();
const namesAfterRestart = again.snapshot().accounts.map(({ username }) => username);
await again.usher.close();

if (fault === 'full') await rm(ballast);
else execFileSync('mount', ['-o', 'remount,rw', folder]);
await core.must('vault.check', {});
const held = await core.waitFor('signIn', ({ kind }) => kind === 'done');

process.stdout.write(
  JSON.stringify({
    refused: 'error' in refused ? refused.error : null,
    namesAfterSignIn,
    signedOut,
    isLoaded: loaded.ok,
    namesAfterSignOut,
    namesAfterRestart,
    held: held.kind,
    namesAtLast: names(),
  }),
);
process.exit();
