import { randomUUID } from 'node:crypto';
import type { SecretStorage } from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { IndexContent } from '../profile/index-content.ts';
import type { UsherIndex } from '../profile/usher-index.ts';
import type { MemoryVault } from './memory-vault.ts';
import type { VaultSwitch } from './vault-switch.ts';

/**
 * Keeps vault and index in step. A key stands in the index's `unfinishedKeys` before its secret is written and until its
 * secret is gone: a crash between any two steps leaves something that `finish` clears up.
 */
export interface SecretKeeper {
  /** The secret first, then the entry that names it; `commit` puts the entry in. */
  keep(secret: string, options: KeepOptions): Promise<Result<null>>;
  /**
   * The secret behind a key the index knows. The keychain's silence is looked into: locked, or removed by another
   * program, which is `vault.missing`.
   */
  read(secretKey: string): Promise<Result<string>>;
  /** Deletes the secret, then lets `commit` take the entry out. The entry should be marked before. */
  drop(secretKey: string, commit: Commit): Promise<Result<null>>;
  /** Deletes what an earlier run left unfinished. */
  finish(): Promise<Result<null>>;
}

export type Commit = (content: IndexContent) => IndexContent;

export interface KeepOptions {
  /** Whose secret, for the key: `account`, `transient-token`, `pending-pin`. */
  readonly subject: string;
  /** By default where the person chose new secrets to go. */
  readonly storage?: SecretStorage;
  /** A key whose secret is replaced by this one, and deleted once the index no longer names it. */
  readonly replaces?: string | null;
  readonly commit: (content: IndexContent, kept: KeptSecret) => IndexContent;
}

export interface KeptSecret {
  readonly secretKey: string;
  readonly storage: SecretStorage;
}

export function createSecretKeeper(deps: {
  readonly vault: VaultSwitch;
  /** The memory behind the switch: some secrets go there whatever the person chose. */
  readonly session: MemoryVault;
  readonly index: UsherIndex;
}): SecretKeeper {
  const { vault, session, index } = deps;
  const withUnfinished =
    (...secretKeys: readonly string[]): Commit =>
    (content) => ({
      ...content,
      unfinishedKeys: [
        ...content.unfinishedKeys.filter((key) => !secretKeys.includes(key)),
        ...secretKeys,
      ],
    });

  const without =
    (secretKey: string): Commit =>
    (content) => ({
      ...content,
      unfinishedKeys: content.unfinishedKeys.filter((key) => key !== secretKey),
    });

  const drop = async (secretKey: string, commit: Commit): Promise<Result<null>> => {
    const deleted = await vault.delete(secretKey);
    if (!deleted.ok) return deleted;
    return index.update((content) => commit(without(secretKey)(content)));
  };

  const keepInKeychain = async (secret: string, options: KeepOptions): Promise<Result<null>> => {
    const secretKey = `${options.subject}/${randomUUID()}`;
    const announced = await index.update(withUnfinished(secretKey));
    if (!announced.ok) return announced;
    const written = await vault.set(secretKey, secret);
    if (!written.ok) {
      // What was written, if anything, is deleted now or at the next start.
      await drop(secretKey, same);
      return written;
    }
    const replaced = options.replaces ?? null;
    const committed = await index.update((content) => {
      const entered = options.commit(without(secretKey)(content), {
        secretKey,
        storage: 'keychain',
      });
      return replaced === null ? entered : withUnfinished(replaced)(entered);
    });
    if (!committed.ok) {
      await drop(secretKey, same);
      return committed;
    }
    if (replaced !== null) await drop(replaced, same);
    return ok(null);
  };

  const keepInSession = async (secret: string, options: KeepOptions): Promise<Result<null>> => {
    const secretKey = `${options.subject}/${randomUUID()}`;
    const held = await session.set(secretKey, secret);
    if (!held.ok) return held;
    const replaced = options.replaces ?? null;
    const isReplacedInKeychain = replaced !== null && index.isInKeychain(replaced);
    const committed = await index.update((content) => {
      const entered = options.commit(content, { secretKey, storage: 'session' });
      return isReplacedInKeychain ? withUnfinished(replaced)(entered) : entered;
    });
    if (!committed.ok) {
      await vault.delete(secretKey);
      return committed;
    }
    if (replaced !== null) await drop(replaced, same);
    return ok(null);
  };

  return {
    drop,
    keep: (secret, options) => {
      const storage = options.storage ?? (vault.mode() === 'sessionOnly' ? 'session' : 'keychain');
      return storage === 'session'
        ? keepInSession(secret, options)
        : keepInKeychain(secret, options);
    },
    read: async (secretKey) => {
      const found = await vault.get(secretKey);
      if (!found.ok) return found;
      if (found.value !== null) return ok(found.value);
      const checked = await vault.check();
      return checked.ok ? err({ code: 'vault.missing' }) : checked;
    },
    finish: async () => {
      for (const secretKey of index.content().unfinishedKeys) {
        const dropped = await drop(secretKey, same);
        if (!dropped.ok) return dropped;
      }
      return ok(null);
    },
  };
}

const same: Commit = (content) => content;
