import { _electron, type ElectronApplication } from '@playwright/test';
import { dirname, join } from 'node:path';
import { sandboxObstacle } from '../../build/commands/demo.mjs';
import { askUntilAnswered } from '../fixtures/ask-until-answered.ts';
import { expect } from '../fixtures/expect.ts';
import { holdUntilAttached } from '../fixtures/hold-until-attached.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { readPageText } from '../fixtures/read-page-text.ts';
import { readRuntime } from '../fixtures/read-runtime.ts';
import { scanForSecrets } from '../fixtures/scan-for-secrets.ts';
import { signEverybodyOut } from '../fixtures/sign-everybody-out.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { withoutGaps } from '../fixtures/without-gaps.ts';
import { UsherWindow } from '../pages/usher-window.ts';
import { expectSoon } from '../tour/expect-soon.ts';
import { FakeControl } from '../tour/fake-control.ts';
import { emptyKeychain, isInKeychain } from './system-keychain.ts';

/**
 * Whether Usher works on this system at all: its window, its keychain, its clipboard. Asks for nothing that only one of
 * the three systems has.
 */
const { USHER_PLEX_URL, USHER_PROFILE, USHER_KEYCHAIN_SERVICE } = process.env;
if (
  USHER_PLEX_URL === undefined ||
  USHER_PROFILE === undefined ||
  USHER_KEYCHAIN_SERVICE === undefined
) {
  throw new Error('The smoke start is started by: npm run demo -- --smoke');
}
const keychainService = USHER_KEYCHAIN_SERVICE;
const profileFolder = USHER_PROFILE;
const plex = new FakeControl(USHER_PLEX_URL);

async function step(text: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    process.stdout.write(`✗ ${text}\n`);
    throw error;
  }
  process.stdout.write(`✓ ${text}\n`);
}

async function launch(): Promise<ElectronApplication> {
  const { executable, args } = await readRuntime();
  // There is nothing to protect from the page here: its accounts are made up.
  const hasSandbox = (await sandboxObstacle(dirname(executable))) === undefined;
  const sandbox = hasSandbox || args.includes('--no-sandbox') ? [] : ['--no-sandbox'];
  return _electron.launch({
    // A first start can take long on a computer that looks each new program over.
    timeout: 60_000,
    executablePath: executable,
    args: [
      ...(await holdUntilAttached(join(projectRoot, 'out'))),
      ...[...sandbox, ...args, projectRoot],
    ],
    env: withoutGaps(process.env),
  });
}

async function useUsher(electron: ElectronApplication): Promise<void> {
  askUntilAnswered(electron);
  const page = await electron.firstWindow();
  const window = new UsherWindow(page);
  const readClipboard = (): Promise<string> =>
    electron.evaluate(async ({ clipboard }) => await clipboard.readText());

  await step('Usher opens', async () => {
    await expect(window.signIn.heading).toHaveText('Welcome to Usher');
    await expect(window.signIn.continueInBrowser).toBeEnabled();
  });

  await step('Signs in with a password, and keeps the token in the keychain', async () => {
    await signInAs({ window }, plex, 'robin');
    await expect(window.account.token).toContainText('Valid');
    await expectSoon('the keychain', () => isInKeychain(keychainService), true);
  });

  await step('Mints a transient token, which is then on the clipboard', async () => {
    await window.sidebar.openServers('robin');
    await window.servers.mint('Attic');
    await expect(window.clipboard.bar).toContainText('Attic');
    await expectSoon(
      'the minted token',
      async () => (await plex.lastMinted()).startsWith('transient-'),
      true,
    );
    await expectSoon('the clipboard', () => readClipboard(), await plex.lastMinted());
  });

  await step('Signs out, and leaves nothing in the keychain or on the clipboard', async () => {
    await signEverybodyOut({ page, window });
    await expectSoon(
      'Plex',
      async () => (await plex.liveTokens('robin')).length,
      tokensBefore.length,
    );
    await expectSoon('the keychain', () => isInKeychain(keychainService), false);
    await expectSoon('the clipboard', () => readClipboard(), '');
  });

  await step('Quits, and leaves no secret in its files or its page', async () => {
    const pageText = await readPageText(page);
    await electron.close();
    const leaks = await scanForSecrets(await plex.secrets(), {
      folder: profileFolder,
      texts: { page: [pageText] },
    });
    if (leaks.length > 0) throw new Error(leaks.join('\n'));
  });
}

const tokensBefore = await plex.liveTokens('robin');
try {
  const electron = await launch();
  try {
    await useUsher(electron);
  } finally {
    // Does nothing to one that has quit.
    await electron.close();
  }
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
} finally {
  await emptyKeychain(keychainService);
}
