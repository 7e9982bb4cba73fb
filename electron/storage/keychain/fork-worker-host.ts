import { fork } from 'node:child_process';
import { workerEnv, type WorkerHost } from './protocol.ts';

export interface ForkWorkerHostOptions {
  /** The worker's entry: `worker.ts` under Node 24, `vault-worker.cjs` when built. */
  readonly workerPath: string;
  /** The environment that the worker's is made from; by default that of this process. Never holds a secret. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the keychain's process as a forked Node, for the command line and for tests. */
export const createForkWorkerHost = (options: ForkWorkerHostOptions): WorkerHost => ({
  start: () => {
    // SECURITY: no arguments, no secret in the environment, and nowhere to print to.
    const child = fork(options.workerPath, [], {
      env: workerEnv(options.env ?? process.env),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      post: (request) => {
        // A send that fails means that the child is gone, which its exit tells.
        child.send(request, () => undefined);
      },
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        let hasEnded = false;
        const end = (): void => {
          if (hasEnded) return;
          hasEnded = true;
          listener();
        };
        child.on('exit', end);
        // Also told when the child could not be started, or not be signalled: either way it is of no more use.
        child.on('error', end);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  },
});
