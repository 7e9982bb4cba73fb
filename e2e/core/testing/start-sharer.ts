import { fork } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { workerPidsOf } from '../../../electron/storage/keychain/testing/test-keychain.ts';
import { until } from '../../fixtures/until.ts';
import type { SharingMessage, SharingOrder } from './sharing-message.ts';

/** One of the processes that share a profile. */
export interface Sharer {
  /** Resolves with its exit code once it has done all it was told to. */
  readonly ended: Promise<number | null>;
  readonly started: Promise<void>;
  /** Kills it, and waits until its keychain process is gone too. */
  kill(): Promise<void>;
}

export function startSharer(options: {
  readonly order: SharingOrder;
  readonly env: NodeJS.ProcessEnv;
  readonly onMessage: (message: SharingMessage) => void;
}): Sharer {
  const { order, env, onMessage } = options;
  const child = fork(join(import.meta.dirname, 'sharing-program.ts'), [JSON.stringify(order)], {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const started = new Promise<void>((resolve) => {
    child.on('message', (received) => {
      const message = received as SharingMessage;
      if (message.kind === 'started') resolve();
      else onMessage(message);
      if (message.kind === 'approve') child.send('approved');
    });
    child.on('exit', () => resolve());
  });
  return {
    ended,
    started,
    kill: async () => {
      const workers = await workerPidsOf(child.pid ?? 0).catch(() => []);
      child.kill('SIGKILL');
      await ended;
      await until('the keychain process to end', async () => {
        const left = await Promise.all(workers.map(isRunning));
        return !left.includes(true);
      });
    },
  };
}

const isRunning = (pid: number): Promise<boolean> =>
  access(`/proc/${pid}`).then(
    () => true,
    () => false,
  );
