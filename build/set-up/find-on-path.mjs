import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} program
 * @param {string} [searchPath]
 * @returns {string | undefined}
 */
export function findOnPath(program, searchPath = process.env['PATH'] ?? '') {
  const candidates = searchPath.split(path.delimiter).map((folder) => path.join(folder, program));
  return candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
