import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Vault } from '../../../ports.ts';
import { systemClock } from '../../../timing.ts';
import { createKeychainProcess, type KeychainProcess } from '../keychain-process.ts';
import { createKeychainVault } from '../keychain-vault.ts';
import { createForkWorkerHost } from '../worker-host.ts';

export interface TestKeychain {
  readonly keychain: KeychainProcess;
  readonly vault: Vault;
}

/** The service name that the tests' items stand under. */
export const TEST_SERVICE = 'Usher test';

/** The real keychain vault, with its real worker, in the session that `env` describes. */
export const createTestKeychain = (
  env: NodeJS.ProcessEnv,
  clock: Clock = systemClock,
): TestKeychain => {
  const workerPath = join(import.meta.dirname, '..', 'worker.ts');
  const keychain = createKeychainProcess({
    host: createForkWorkerHost({ workerPath, env }),
    clock,
  });
  const vault = createKeychainVault({
    keychain,
    service: TEST_SERVICE,
    platform: process.platform,
  });
  return { keychain, vault };
};

const childrenOf = async (taskFolder: string, task: string): Promise<string> =>
  readFile(`${taskFolder}/${task}/children`, 'utf8').catch(() => '');

/** The keychain processes that a process started, found as Linux tells. */
export const workerPidsOf = async (parentPid: number): Promise<readonly number[]> => {
  const taskFolder = `/proc/${parentPid}/task`;
  const tasks = await readdir(taskFolder);
  const lists = await Promise.all(tasks.map((task) => childrenOf(taskFolder, task)));
  const pids = lists.flatMap((list) => list.split(' ').filter((pid) => pid !== ''));
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return pids.filter((_pid, at) => commands[at]?.includes('keychain/worker.ts')).map(Number);
};
