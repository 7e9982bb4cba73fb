import { onTestFinished } from 'vitest';
import type { Clock } from '../../../ports.ts';
import { startKeyringSession, type KeyringSession, type KeyringStart } from './keyring-session.ts';
import { createTestKeychain, type TestKeychain } from './test-keychain.ts';

/** The real keychain vault for the test that runs, its process gone when that is over. */
export const useKeychain = (env: NodeJS.ProcessEnv, clock?: Clock): TestKeychain => {
  const opened = createTestKeychain(env, clock);
  onTestFinished(() => opened.vault.dispose());
  return opened;
};

/** A keyring session for the test that runs, gone when that is over. */
export const useKeyringSession = async (start: KeyringStart): Promise<KeyringSession> => {
  const session = await startKeyringSession(start);
  onTestFinished(() => session.stop());
  return session;
};
