import { fork } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { workerPidsOf } from '../../electron/storage/keychain/testing/test-keychain.ts';
import { until } from '../fixtures/until.ts';
import type { ChildMessage } from './child-message.ts';
import type { ChildOrder } from './child-order.ts';
import type { Fact } from './fact.ts';

export interface Killed {
  readonly facts: readonly Fact[];
  /** Where it was; null when it came to its end. */
  readonly step: string | null;
}

export interface PlayOptions {
  readonly order: ChildOrder;
  readonly env: NodeJS.ProcessEnv;
  readonly approve: (code: string) => Promise<void>;
  /** Besides where the order says; counted from when it begins to act. */
  readonly killAfterMs?: number;
}

/** Runs the core in a process of its own and kills it: where it halts, or after a time. */
export async function playUntilKilled(options: PlayOptions): Promise<Killed> {
  const { order, env, approve, killAfterMs } = options;
  const child = fork(join(import.meta.dirname, 'child.ts'), [JSON.stringify(order)], {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const facts: Fact[] = [];
  let isKilled = false;
  const step = await new Promise<string | null>((resolve, reject) => {
    child.on('exit', (code) => {
      if (!isKilled) reject(new Error(`The core ended by itself, with ${code ?? 'a signal'}.`));
    });
    child.on('message', (received) => {
      const message = received as ChildMessage;
      if (message.kind === 'fact') facts.push(message.fact);
      if (message.kind === 'approve') void approve(message.code);
      if (message.kind === 'halted') resolve(message.step);
      if (message.kind === 'done') resolve(null);
      if (message.kind === 'ready' && killAfterMs !== undefined) {
        setTimeout(() => resolve(`after ${Math.round(killAfterMs)} ms`), killAfterMs);
      }
    });
  });
  const workers = child.pid === undefined ? [] : await workerPidsOf(child.pid);
  isKilled = true;
  child.kill('SIGKILL');
  await exited;
  // The keychain's process ends with its parent; a new start takes longer than that.
  await until('the keychain process to end', async () => {
    const left = await Promise.all(workers.map(isRunning));
    return !left.includes(true);
  });
  return { facts, step };
}

const isRunning = (pid: number): Promise<boolean> =>
  access(`/proc/${pid}`).then(
    () => true,
    () => false,
  );
