import type { WorkerHost } from './worker-host.ts';

export interface ForkWorkerHostOptions {
  /** The worker's entry: `worker.ts` under Node 24, `vault-worker.cjs` when built. */
  readonly workerPath: string;
  /** The whole environment of the worker; by default that of this process. Never holds a secret. */
  readonly env?: NodeJS.ProcessEnv;
}

export declare const createForkWorkerHost: (options: ForkWorkerHostOptions) => WorkerHost;
