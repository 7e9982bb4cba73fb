import { createRequire } from 'node:module';
import { errorCode } from './error-code.ts';

interface Binding {
  /** Throws `EAGAIN` when another holds it. Zero and zero: the whole file, the one range that macOS can lock here. */
  tryLock(fd: number, offset: number, length: number, isExclusive: boolean): void;
}

/** What a file system answers that has no locks, as some network folders. */
const NO_LOCKS = ['ENOLCK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];

let binding: Binding | null = null;

/**
 * The binary alone, past the package's own index.js: that looks for it through five more packages, which takes 20 ms of
 * each command's start.
 */
const load = (): Binding => {
  const name = `${process.platform}-${process.arch}/fs-native-extensions.node`;
  const require = createRequire(import.meta.url);
  binding ??= require(`fs-native-extensions/prebuilds/${name}`) as Binding;
  return binding;
};

/**
 * Locks an open file for as long as it is open (OFD lock, flock or LockFileEx); false when somebody else has it. The
 * system ends the lock with the process, however that ends, and at no other time: neither a process that is stopped nor
 * a computer that slept loses it, as they would lose one that is a file with a date, such as that of proper-lockfile
 * (https://github.com/earendil-works/pi/issues/1322).
 *
 * Where the file system has no locks the answer is true: Usher then works as if it were alone.
 */
export const tryLock = (fd: number, kind: 'exclusive' | 'shared'): boolean => {
  try {
    load().tryLock(fd, 0, 0, kind === 'exclusive');
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EAGAIN') return false;
    if (NO_LOCKS.includes(code)) return true;
    throw error;
  }
};
