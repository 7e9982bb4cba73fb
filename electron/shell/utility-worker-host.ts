import type { WorkerHost } from '../vault/worker-host.ts';

export interface UtilityWorkerHostOptions {
  /** `vault-worker.cjs`, beside main's own file. */
  readonly workerPath: string;
}

export declare const createUtilityWorkerHost: (options: UtilityWorkerHostOptions) => WorkerHost;
