import type { Result } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { WorkerHost } from './worker-host.ts';

/** Raw calls to the keychain, one at a time, in a process that may crash or hang without harm to this one. */
export interface KeychainProcess {
  /** Null when there is no such item, and on Linux also when the keyring is locked. */
  get(service: string, account: string): Promise<Result<string | null>>;
  set(service: string, account: string, secret: string): Promise<Result<null>>;
  /** False when nothing was deleted: no such item, or on Linux a locked keyring. */
  delete(service: string, account: string): Promise<Result<boolean>>;
  /** Starts the process, so that the first call need not wait for it. The keychain itself is left alone. */
  warm(): void;
  cancelWaiting(): void;
  onWaiting(listener: (isWaiting: boolean) => void): () => void;
  dispose(): void;
}

export interface KeychainProcessOptions {
  readonly host: WorkerHost;
  readonly clock: Clock;
}

export declare const createKeychainProcess: (options: KeychainProcessOptions) => KeychainProcess;
