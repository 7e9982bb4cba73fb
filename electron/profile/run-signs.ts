import { closeSync, openSync } from 'node:fs';
import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import { errorCode } from './error-code.ts';
import { fileError } from './file-error.ts';
import { tryLock } from './try-lock.ts';

const FILE_NAME = /^run-([\w-]+)\.lock$/;

/**
 * The signs of life of those who share a profile folder: an empty file each, locked for as long as its process lives.
 * Not the process's number: that is given out again, and another in each container.
 */
export const createRunSigns = (options: {
  readonly folder: string;
  readonly exclusively: ProfileFiles['exclusively'];
}): Pick<ProfileFiles, 'announce' | 'isAlive'> => {
  const { folder, exclusively } = options;
  const pathOf = (runId: string): string => join(folder, `run-${runId}.lock`);

  const isLocked = async (runId: string): Promise<boolean> => {
    try {
      const file = await open(pathOf(runId), 'r+');
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

  // All of it alone: a file that is made and not locked yet would else be taken for a dead one, and two who look at once
  // would take each other for a living one.
  return {
    isAlive: async (runId) => {
      // SECURITY: what the index names as a run never leads out of the folder.
      if (!FILE_NAME.test(`run-${runId}.lock`)) return false;
      const looked = await exclusively(async () => ok(await isLocked(runId)));
      return !looked.ok || looked.value;
    },
    announce: (runId) =>
      exclusively(async () => {
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
      }),
  };
};
