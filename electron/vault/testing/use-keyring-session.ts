import { onTestFinished } from 'vitest';
import { startKeyringSession } from './keyring-session.ts';
import type { KeyringSession, KeyringStart } from './keyring-session.ts';

/** A keyring session for the test that runs, gone when that is over. */
export const useKeyringSession = async (start: KeyringStart): Promise<KeyringSession> => {
  const session = await startKeyringSession(start);
  onTestFinished(() => session.stop());
  return session;
};
