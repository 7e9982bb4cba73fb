import { ok } from '../../shared/result.ts';
import type { Vault } from '../ports.ts';

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
