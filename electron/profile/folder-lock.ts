import { close, constants, open } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../shared/result.ts';
import { oneAtATime, SECOND_MS } from '../timing.ts';
import type { ProfileFiles } from '../ports.ts';
import { errorCode } from './error-code.ts';
import { fileError } from './file-error.ts';
import { tryLock } from './try-lock.ts';

// Numbers, not handles: a handle is closed when nothing refers to it any more, and the lock with it.
const openFd = promisify(open);
const closeFd = promisify(close);

const askAgainAfterMs = 5;

/** There is no library for this system, or it does not fit. */
const NOT_LOADED = ['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'];

export interface FolderLockOptions {
  /** The file that is locked. It stays, empty. */
  readonly path: string;
  /** Makes the folder. */
  readonly prepare: () => Promise<void>;
  readonly limitMs?: number;
  readonly lockWith?: typeof tryLock;
}

/** Lets one process at a time work on what the folder holds. Within this one, those who wait have their turn in order. */
export const createFolderLock = (options: FolderLockOptions): ProfileFiles['exclusively'] => {
  const { path, prepare, limitMs = 10 * SECOND_MS, lockWith = tryLock } = options;
  const queue = oneAtATime();

  const isLocked = async (fd: number): Promise<boolean> => {
    const startMs = performance.now();
    while (!lockWith(fd, 'exclusive')) {
      if (performance.now() - startMs > limitMs) return false;
      await wait(askAgainAfterMs);
    }
    return true;
  };

  const lock = async (fd: number): Promise<Result<null>> => {
    try {
      return (await isLocked(fd)) ? ok(null) : err({ code: 'profile.busy' });
    } catch (error) {
      // SECURITY: without locks two of Usher would write over each other's list, and secrets be left that nothing names.
      if (NOT_LOADED.includes(errorCode(error) ?? '')) return err({ code: 'profile.noLocks' });
      return err({ code: 'profile.notLocked' });
    }
  };

  const openFile = async (): Promise<number> => {
    await prepare();
    // For reading and writing: Windows refuses to lock what is open for appending alone.
    return openFd(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  };

  const exclusively = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    let fd: number;
    try {
      fd = await openFile();
    } catch (error) {
      const failure = fileError(error);
      // Where nothing can be written there is nothing to guard: the work says so by itself.
      return failure.code === 'profile.readOnly' ? work() : err(failure);
    }
    try {
      const locked = await lock(fd);
      return locked.ok ? await work() : locked;
    } finally {
      // Which unlocks it.
      await closeFd(fd);
    }
  };

  return (work) => queue(() => exclusively(work));
};
