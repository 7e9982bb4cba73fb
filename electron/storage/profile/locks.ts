import { close, closeSync, constants, open, openSync } from 'node:fs';
import { open as openFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ProfileFiles } from '../../ports.ts';
import { oneAtATime, SECOND_MS } from '../../timing.ts';
import { errorCode, fileError } from './file-error.ts';

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
const tryLock = (fd: number, kind: 'exclusive' | 'shared'): boolean => {
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

const FILE_NAME = /^run-([\w-]+)\.lock$/;

/**
 * The signs of life of those who share a profile folder: an empty file each, locked for as long as its process lives.
 * Not the process's number: that is given out again, and another in each container.
 */
export const createRunSigns = (options: {
  readonly folder: string;
  readonly exclusively: ProfileFiles['exclusively'];
}): Pick<ProfileFiles, 'announce' | 'isAlive' | 'claim'> => {
  const { folder, exclusively } = options;
  const pathOf = (runId: string): string => join(folder, `run-${runId}.lock`);

  const isLocked = async (runId: string): Promise<boolean> => {
    try {
      const file = await openFile(pathOf(runId), 'r+');
      try {
        return !tryLock(file.fd, 'exclusive');
      } finally {
        await file.close();
      }
    } catch (error) {
      // What can't be looked at is let be.
      return errorCode(error) !== 'ENOENT';
    }
  };

  const removeDead = async (): Promise<void> => {
    for (const name of await readdir(folder)) {
      const runId = FILE_NAME.exec(name)?.[1];
      if (runId !== undefined && !(await isLocked(runId))) await rm(pathOf(runId), { force: true });
    }
  };

  const announce = async (runId: string): Promise<Result<() => Promise<void>>> => {
    // Housekeeping: nothing need fail for it.
    await removeDead().catch(() => undefined);
    try {
      await writeFile(pathOf(runId), '', { mode: 0o600 });
      // Held open for reading alone: a disk with a file that is open for writing can't be made read-only.
      const fd = openSync(pathOf(runId), 'r');
      tryLock(fd, 'shared');
      return ok(async () => {
        await rm(pathOf(runId), { force: true }).catch(() => undefined);
        closeSync(fd);
      });
    } catch (error) {
      return err(fileError(error));
    }
  };

  // All of it alone: a file that is made and not locked yet would else be taken for a dead one, and two who look at once
  // would take each other for a living one.
  return {
    isAlive: async (runId) => {
      // SECURITY: what the index names as a run never leads out of the folder.
      if (!FILE_NAME.test(`run-${runId}.lock`)) return false;
      const looked = await exclusively(async () => ok(await isLocked(runId)));
      return !looked.ok || looked.value;
    },
    announce: (runId) => exclusively(() => announce(runId)),
    claim: (deed) =>
      exclusively(async () =>
        (await isLocked(deed)) ? err({ code: 'profile.watched' }) : announce(deed),
      ),
  };
};
