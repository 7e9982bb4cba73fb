import type { Clock, Vault } from '../../ports.ts';

/** The vault, whose patience can come to an end. */
export interface LimitedVault {
  readonly vault: Vault;
  /** From now on all calls together, those under way included, may take so long; then the vault is disposed of. */
  allow(limitMs: number): void;
}

/**
 * A call may wait for a person in front of a window of the system's, and whoever quits is not kept waiting for that. Only
 * the time in which a call runs counts: how long Plex takes is none of the keychain's.
 */
export function limitVaultTime(inner: Vault, clock: Clock): LimitedVault {
  let runningCount = 0;
  let leftMs = Infinity;
  let startedAtMs = 0;
  let cancelEnd = (): void => undefined;

  const start = (): void => {
    startedAtMs = clock.monotonicMs();
    if (leftMs < Infinity) cancelEnd = clock.after(leftMs, () => inner.dispose());
  };

  const stop = (): void => {
    cancelEnd();
    leftMs -= clock.monotonicMs() - startedAtMs;
  };

  const timed = async <T>(call: () => Promise<T>): Promise<T> => {
    if (runningCount === 0) start();
    runningCount += 1;
    try {
      return await call();
    } finally {
      runningCount -= 1;
      if (runningCount === 0) stop();
    }
  };

  return {
    vault: {
      ...inner,
      get: (key) => timed(() => inner.get(key)),
      set: (key, secret) => timed(() => inner.set(key, secret)),
      delete: (key) => timed(() => inner.delete(key)),
      check: () => timed(() => inner.check()),
    },
    allow: (limitMs) => {
      leftMs = limitMs;
      cancelEnd();
      if (runningCount > 0) start();
    },
  };
}
