import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';

const PART_NAME = /\.\d+-\d+\.part$/;

/**
 * Removes what writes that were cut short, by a crash or a power cut, left in the folder. Who writes there has the folder
 * to itself, so what is found while this process has it is nobody's any more.
 */
export const removeParts = async (options: {
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
