import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PART_NAME = /\.\d+-\d+\.part$/;
/** Another process may be writing right now; no write takes this long. */
const STALE_AFTER_MS = 60_000;

/** Removes what writes that were cut short, by a crash or a power cut, left in the folder. */
export const removeStaleParts = async (folder: string): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => PART_NAME.test(name));
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > STALE_AFTER_MS) await rm(path, { force: true });
  }
};
