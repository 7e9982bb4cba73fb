import { statSync } from 'node:fs';

/** Whether a folder is there, is this person's, and nobody else can write to it. Windows tells no owner: there it counts. */
export function isOwnFolder(path: string, ownId: number | undefined = process.getuid?.()): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return false;
  return ownId === undefined || (found.uid === ownId && (found.mode & 0o022) === 0);
}
