import { rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './error-code.ts';

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
