import type { Vault } from '../ports.ts';
import type { MemoryVault } from './memory-vault.ts';

/**
 * One vault over two: the keychain and, when the person chose to go on without it, memory. The choice moves and deletes
 * nothing: it says where new secrets go.
 */
export interface VaultSwitch extends Vault {
  mode(): 'keychain' | 'sessionOnly';
  useSessionOnly(): void;
  /** New secrets go to the keychain again; those in memory stay there until they are set anew. */
  useKeychain(): void;
  /** Where a read of this key is answered from. */
  storageOf(key: string): 'keychain' | 'session';
}

export interface VaultSwitchOptions {
  readonly keychain: Vault;
  readonly session: MemoryVault;
  /**
   * Whether the index says that the keychain holds this key. A key that it does not hold is never asked of the keychain
   * in session-only mode, where each question could hang or fail; one that it holds is deleted there too.
   */
  readonly isInKeychain: (key: string) => boolean;
}

export declare const createVaultSwitch: (options: VaultSwitchOptions) => VaultSwitch;
