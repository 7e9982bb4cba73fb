import { ok, type Result } from '../../../shared/result.ts';
import type { Vault } from '../../ports.ts';

/**
 * One vault over two: the keychain and, when the person chose to go on without it, memory. The choice moves and deletes
 * nothing: it says where new secrets go, which whoever keeps one sees to.
 */
export interface VaultSwitch extends Omit<Vault, 'set'> {
  mode(): 'keychain' | 'sessionOnly';
  useSessionOnly(): void;
  /** New secrets go to the keychain again; those in memory stay there. */
  useKeychain(): void;
  /** Keeps a secret in the keychain whatever the mode is: the mode may change while its entry is being made. */
  setInKeychain(key: string, secret: string): Promise<Result<null>>;
}

export interface VaultSwitchOptions {
  readonly keychain: Vault;
  readonly session: MemoryVault;
  /**
   * Whether the index says that the keychain holds this key, or may hold it after a crash. Such a key is deleted there
   * too, whatever memory holds; any other is not asked of the keychain in session-only mode, where each question could
   * hang or fail.
   */
  readonly isInKeychain: (key: string) => boolean;
}

export const createVaultSwitch = (options: VaultSwitchOptions): VaultSwitch => {
  const { keychain, session, isInKeychain } = options;
  let mode: 'keychain' | 'sessionOnly' = 'keychain';

  const mayBeInKeychain = (key: string): boolean =>
    isInKeychain(key) || (mode === 'keychain' && !session.has(key));

  return {
    mode: () => mode,
    useSessionOnly: () => {
      mode = 'sessionOnly';
    },
    useKeychain: () => {
      mode = 'keychain';
    },
    setInKeychain: (key, secret) => keychain.set(key, secret),
    get: async (key) => {
      if (session.has(key)) return session.get(key);
      return mayBeInKeychain(key) ? keychain.get(key) : ok(null);
    },
    delete: async (key) => {
      // The keychain first: when it can't, the secret is still there as a whole and the deletion can be tried again.
      if (mayBeInKeychain(key)) {
        const deleted = await keychain.delete(key);
        if (!deleted.ok) return deleted;
      }
      return session.delete(key);
    },
    check: () => keychain.check(),
    cancelWaiting: () => keychain.cancelWaiting(),
    onWaiting: (listener) => keychain.onWaiting(listener),
    dispose: () => {
      keychain.dispose();
      session.dispose();
    },
  };
};

/** Secrets in memory, gone with the process: for "this session only", and for tests. */
export interface MemoryVault extends Vault {
  has(key: string): boolean;
  /** As `set`, which here can't fail. */
  put(key: string, secret: string): void;
}

export const createMemoryVault = (): MemoryVault => {
  const secrets = new Map<string, string>();
  return {
    has: (key) => secrets.has(key),
    put: (key, secret) => {
      secrets.set(key, secret);
    },
    get: (key) => Promise.resolve(ok(secrets.get(key) ?? null)),
    set: (key, secret) => {
      secrets.set(key, secret);
      return Promise.resolve(ok(null));
    },
    delete: (key) => {
      secrets.delete(key);
      return Promise.resolve(ok(null));
    },
    check: () => Promise.resolve(ok(null)),
    cancelWaiting: () => undefined,
    // Memory never waits for the person.
    onWaiting: () => () => undefined,
    dispose: () => secrets.clear(),
  };
};
