import { utilityProcess } from 'electron';
import { workerEnv, type WorkerHost } from '../storage/keychain/worker-host.ts';

export interface UtilityWorkerHostOptions {
  /** `vault-worker.cjs`, beside main's own file. */
  readonly workerPath: string;
}

/** Runs the keychain's process as a utility process of Electron, which ends with the app. */
export const createUtilityWorkerHost = (options: UtilityWorkerHostOptions): WorkerHost => ({
  start: () => {
    // SECURITY: no arguments, no secret in the environment, and nowhere to print to.
    const child = utilityProcess.fork(options.workerPath, [], {
      env: workerEnv(process.env),
      execArgv: [],
      serviceName: 'Usher keychain',
      stdio: 'ignore',
    });
    let isKilled = false;
    const kill = (): void => {
      isKilled = true;
      // Not there yet: killed as soon as it is, below.
      if (child.pid === undefined) return;
      // Electron's own kill asks politely, which a process that hangs may not hear.
      if (process.platform === 'win32') {
        child.kill();
        return;
      }
      try {
        process.kill(child.pid, 'SIGKILL');
      } catch {
        // It ended by itself a moment ago.
      }
    };
    child.once('spawn', () => {
      if (isKilled) kill();
    });
    return {
      post: (request) => child.postMessage(request),
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', () => listener());
      },
      kill,
    };
  },
});
