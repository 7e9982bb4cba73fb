import { statSync, watch } from 'node:fs';
import {
  access,
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok } from '../../../shared/result.ts';
import type { ProfileFiles } from '../../ports.ts';
import { errorCode, fileError } from './file-error.ts';
import { createFolderLock, createRunSigns } from './locks.ts';

export interface ProfileFilesOptions {
  readonly folder: string;
  /** How long another process may keep this one waiting; by default ten seconds. */
  readonly busyAfterMs?: number;
}

/** The profile folder on disk, for the person alone (0700). It is made on the first write. */
export const createProfileFiles = (options: ProfileFilesOptions): ProfileFiles => {
  const { folder, busyAfterMs } = options;
  let isPrepared = false;

  const pathOf = (name: string): string => {
    // SECURITY: a name never leads out of the folder. Names are constants, so another one is a bug.
    if (name !== basename(name) || name === '' || name === '.' || name === '..') {
      throw new Error('A profile file has a plain name.');
    }
    return join(folder, name);
  };

  const prepare = async (): Promise<void> => {
    if (isPrepared) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    isPrepared = true;
  };

  const exists = (path: string): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    );

  /** A kept file is never overwritten by one that is set aside in the same moment. */
  const freeName = async (wanted: string): Promise<string> => {
    let name = wanted;
    for (let count = 2; await exists(pathOf(name)); count += 1) name = `${wanted}-${count}`;
    return name;
  };

  const exclusively = createFolderLock({
    path: pathOf('profile.lock'),
    prepare,
    ...(busyAfterMs === undefined ? {} : { limitMs: busyAfterMs }),
  });

  return {
    exclusively,
    ...createRunSigns({ folder, exclusively }),
    removeParts: () => removeParts({ folder, exclusively }),
    watch: (name, listener) => {
      let stop: (() => void) | null = null;
      let isWanted = true;
      // There is nothing to watch before there is a folder.
      void prepare().then(
        () => {
          if (!isWanted) return;
          const onChange = (changed: string | null): void => {
            if (changed === null || changed === name) listener();
          };
          stop = watchFolder({ folder, onChange });
          listener();
        },
        () => undefined,
      );
      return () => {
        isWanted = false;
        stop?.();
      };
    },
    read: async (name) => {
      const path = pathOf(name);
      try {
        return ok(await readFile(path, 'utf8'));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return ok(null);
        return err({ code: 'profile.failed' });
      }
    },
    write: async (name, text) => {
      const path = pathOf(name);
      try {
        await prepare();
        await replaceFile(path, text);
        return ok(null);
      } catch (error) {
        return err(fileError(error));
      }
    },
    setAside: async (name, suffix) => {
      const path = pathOf(name);
      try {
        const keptName = await freeName(`${name}.${suffix}`);
        await rename(path, pathOf(keptName));
        return ok(keptName);
      } catch (error) {
        return err(fileError(error));
      }
    },
  };
};

let writeCount = 0;

/**
 * Gives a file new text whole or not at all: written beside it, flushed to the disk, then renamed over it. The mode is
 * the person's alone (0600).
 *
 * Not the package write-file-atomic: it writes once and does not look at how much was taken, so on a disk that gets full
 * it renames a cut file over the good one and reports success (measured with 7.0.1 on a tmpfs of 64 KB).
 */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  // A file that is a link stays one: what it points to is replaced.
  const truePath = await realpath(path).catch(() => path);
  writeCount += 1;
  const partPath = `${truePath}.${process.pid}-${writeCount}.part`;
  try {
    const part = await open(partPath, 'w', 0o600);
    try {
      await part.writeFile(text, 'utf8');
      await part.sync();
    } finally {
      await part.close();
    }
    await renameWithRetry(partPath, truePath);
  } catch (error) {
    // What failed is worth more to the caller than that its remains could not be removed either.
    await rm(partPath, { force: true }).catch(() => undefined);
    throw error;
  }
};

export interface RenameOptions {
  readonly platform?: NodeJS.Platform;
  readonly renameOnce?: (from: string, to: string) => Promise<void>;
}

/** Together about a second: a virus scanner is done with a small file by then. */
const WINDOWS_RETRIES_AFTER_MS = [10, 20, 40, 80, 160, 320, 400] as const;

/**
 * Renames over what is there. Windows refuses that while another program, most often a virus scanner or an indexer, has
 * either file open, so it is tried again there; elsewhere the first refusal is final.
 */
export const renameWithRetry = async (
  from: string,
  to: string,
  { platform = process.platform, renameOnce = rename }: RenameOptions = {},
): Promise<void> => {
  const delaysMs = platform === 'win32' ? WINDOWS_RETRIES_AFTER_MS : [];
  for (const delayMs of delaysMs) {
    try {
      await renameOnce(from, to);
      return;
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error) ?? '')) throw error;
    }
    await wait(delayMs);
  }
  await renameOnce(from, to);
};

const PART_NAME = /\.\d+-\d+\.part$/;

/**
 * Removes what writes that were cut short, by a crash or a power cut, left in the folder. Who writes there has the folder
 * to itself, so what is found while this process has it is nobody's any more.
 */
const removeParts = async (options: {
  readonly folder: string;
  readonly exclusively: ProfileFiles['exclusively'];
}): Promise<void> => {
  const { folder, exclusively } = options;
  const list = async (): Promise<readonly string[]> =>
    (await readdir(folder)).filter((name) => PART_NAME.test(name));
  try {
    // As good as always there is none, and nobody need wait.
    if ((await list()).length === 0) return;
    await exclusively(async () => {
      for (const name of await list()) await rm(join(folder, name), { force: true });
      return ok(null);
    });
  } catch {
    // Housekeeping: nothing need fail for it, and the next start tries again.
  }
};

export interface WatchFolderOptions {
  readonly folder: string;
  /** The name of the file that changed; null when that is not known. */
  readonly onChange: (name: string | null) => void;
  readonly watchWith?: typeof watch;
}

const lookAgainAfterMs = 500;

/**
 * Tells of every change in a folder, by the system's own word. Where that is not to be had (no watches left, a file
 * system without them), the folder's date is looked at twice a second: each write renames a file, which moves it. Returns
 * a function that ends it.
 */
export const watchFolder = (options: WatchFolderOptions): (() => void) => {
  const { folder, onChange, watchWith = watch } = options;
  let stop: () => void = () => undefined;

  const poll = (): void => {
    let lastMs = changedAtMs(folder);
    const timer = setInterval(() => {
      const nowMs = changedAtMs(folder);
      if (nowMs === lastMs) return;
      lastMs = nowMs;
      onChange(null);
    }, lookAgainAfterMs);
    // Watching keeps no process alive.
    timer.unref();
    stop = () => clearInterval(timer);
  };

  try {
    const watcher = watchWith(folder, { persistent: false }, (_event, name) => onChange(name));
    stop = () => watcher.close();
    watcher.on('error', () => {
      watcher.close();
      poll();
    });
  } catch {
    // Any reason will do: looking is always possible.
    poll();
  }
  return () => stop();
};

const changedAtMs = (folder: string): number =>
  statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
