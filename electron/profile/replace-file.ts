import { open, realpath, rm } from 'node:fs/promises';
import { renameWithRetry } from './rename-with-retry.ts';

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
