import type { WorkerRequest } from './worker-request.ts';

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
