import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for the test that runs, gone when that is over. */
export const useFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'usher-profile-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};
