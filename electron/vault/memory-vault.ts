import type { Vault } from '../ports.ts';

/** Secrets in memory, gone with the process: for "this session only", and for tests. */
export interface MemoryVault extends Vault {
  has(key: string): boolean;
}

export declare const createMemoryVault: () => MemoryVault;
