import { fork } from 'node:child_process';
import type { WorkerRequest } from './protocol.ts';

/** Starts keychain processes: a utility process in the app, a forked child under the command line and in tests. */
export interface WorkerHost {
  start(): WorkerProcess;
}

/** One running keychain process. Messages sent before it is up are kept for it. */
export interface WorkerProcess {
  post(request: WorkerRequest): void;
  /** What comes is not trusted to be a reply: the listener parses it. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however the process ended, also when it could not be started. */
  onExit(listener: () => void): void;
  /** Ends it at once, also when it hangs in the keychain's library. */
  kill(): void;
}

/**
 * The environment of the keychain's process, made from this process's own.
 * SECURITY: what tells Node to load, inspect or record something is dropped: that process sees secrets.
 */
export const workerEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const kept = Object.entries(env).filter(([name]) => !name.toUpperCase().startsWith('NODE_'));
  // Errors of libsecret and GLib come as text alone; in the C locale it is the text that is known here.
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8', LANGUAGE: 'C' };
};

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
