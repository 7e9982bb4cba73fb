import type { Clock, Vault } from '../ports.ts';
import type { KeychainProcess } from './keychain-process.ts';

/** The vault on the OS keychain. */
export interface KeychainVault extends Vault {
  warm(): void;
  /** How long the last `check` that succeeded took; null before one did. */
  lastCheckMs(): number | null;
}

export interface KeychainVaultOptions {
  readonly keychain: KeychainProcess;
  /** The name all items stand under: `Usher`. */
  readonly service: string;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
}

export declare const createKeychainVault: (options: KeychainVaultOptions) => KeychainVault;
