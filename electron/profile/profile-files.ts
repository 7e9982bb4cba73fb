import { access, chmod, mkdir, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import { errorCode } from './error-code.ts';
import { fileError } from './file-error.ts';
import { removeParts } from './remove-parts.ts';
import { createFolderLock } from './folder-lock.ts';
import { replaceFile } from './replace-file.ts';
import { createRunSigns } from './run-signs.ts';
import { watchFolder } from './watch-folder.ts';

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
