import { onTestFinished } from 'vitest';
import type { Clock } from '../../ports.ts';
import { createTestKeychain } from './test-keychain.ts';
import type { TestKeychain } from './test-keychain.ts';

/** The real keychain vault for the test that runs, its process gone when that is over. */
export const useKeychain = (env: NodeJS.ProcessEnv, clock?: Clock): TestKeychain => {
  const opened = createTestKeychain(env, clock);
  onTestFinished(() => opened.vault.dispose());
  return opened;
};
