import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Vault } from '../../ports.ts';
import { oneAtATime } from '../../timing.ts';
import type { KeychainProcess } from './keychain-process.ts';
import { WINDOWS_SECRET_LIMIT_BYTES } from './protocol.ts';

/** The keychain says one thing and does another. */
const failed = err({ code: 'vault.failed' } as const);

/** The vault on the OS keychain. */
export const createKeychainVault = (options: {
  readonly keychain: KeychainProcess;
  /** The name all items stand under: `Usher`. */
  readonly service: string;
  readonly platform: NodeJS.Platform;
}): Vault => {
  const { keychain, service, platform } = options;
  // A whole write with its read back, one after the other: else two writes of a key would read each other's secret.
  const queue = oneAtATime();

  const writeAndReadBack = async (key: string, secret: string): Promise<Result<null>> => {
    const written = await keychain.set(service, key, secret);
    if (!written.ok) return written;
    const kept = await keychain.get(service, key);
    if (!kept.ok) return kept;
    return kept.value === secret ? ok(null) : failed;
  };

  /** Answers whether there was anything to delete; an error when something is still there. */
  const deleteAndLook = async (key: string): Promise<Result<boolean>> => {
    const deleted = await keychain.delete(service, key);
    if (!deleted.ok) return deleted;
    const left = await keychain.get(service, key);
    if (!left.ok) return left;
    return left.value === null ? deleted : failed;
  };

  /** An item of its own, written, read and deleted: only a keychain that is there and unlocked can do it. */
  const roundTrip = async (): Promise<Result<null>> => {
    const key = `usher-check-${randomUUID()}`;
    const written = await keychain.set(service, key, key);
    if (!written.ok) return written;
    const kept = await keychain.get(service, key);
    const deleted = await deleteAndLook(key);
    if (!kept.ok) return kept;
    if (!deleted.ok) return deleted;
    return kept.value === key && deleted.value ? ok(null) : failed;
  };

  const deleteAndProve = async (key: string): Promise<Result<null>> => {
    const first = await deleteAndLook(key);
    if (!first.ok) return first;
    if (first.value) return ok(null);
    // "Nothing to delete" is also what a locked keyring says. What can write and read is unlocked; and since it may
    // have been unlocked just for that, the item is deleted once more.
    const unlocked = await roundTrip();
    if (!unlocked.ok) return unlocked;
    const second = await deleteAndLook(key);
    return second.ok ? ok(null) : second;
  };

  return {
    get: (key) => queue(() => keychain.get(service, key)),
    set: (key, secret) =>
      queue(async () => {
        if (
          platform === 'win32' &&
          Buffer.byteLength(secret, 'utf8') > WINDOWS_SECRET_LIMIT_BYTES
        ) {
          return err({ code: 'vault.tooLong', limitBytes: WINDOWS_SECRET_LIMIT_BYTES });
        }
        return writeAndReadBack(key, secret);
      }),
    delete: (key) => queue(() => deleteAndProve(key)),
    check: () => queue(roundTrip),
    cancelWaiting: () => keychain.cancelWaiting(),
    onWaiting: (listener) => keychain.onWaiting(listener),
    dispose: () => keychain.dispose(),
  };
};
