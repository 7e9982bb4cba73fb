import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileDigest } from '../set-up/file-digest.mjs';

/**
 * A line for each archive of the window's code in a folder of packaged apps. Whoever builds the same commit gets the
 * same archive, and can tell by this that what is handed out was made from it.
 *
 * @param {string} output
 */
export async function archiveDigests(output) {
  const entries = await readdir(output, { recursive: true });
  const archives = entries.filter((entry) => path.basename(entry) === 'app.asar').sort();
  const lines = await Promise.all(
    archives.map(async (archive) => {
      const digest = await fileDigest(path.join(output, archive), 'sha256', 'hex');
      return `SHA-256 of ${archive.replaceAll(path.sep, '/')}: ${digest}\n`;
    }),
  );
  return lines.join('');
}
