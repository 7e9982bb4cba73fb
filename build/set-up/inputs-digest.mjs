import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const manifests = ['package.json', 'package-lock.json'];
// What may be built in.
const licences = 'build/packaging/notices.mjs';

/** What each of the two builds is made from. */
export const buildInputs = Object.freeze({
  app: {
    folders: ['electron', 'renderer', 'shared'],
    files: [...manifests, 'build/electron.vite.config.ts', licences],
  },
  commandLine: {
    folders: ['electron', 'shared'],
    files: [...manifests, 'build/cli.vite.config.ts', licences],
  },
});

/**
 * @param {string} root
 * @param {string} folder
 */
async function sourcesIn(root, folder) {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/**
 * One value for everything a build is made from; tests, which are not built in, leave it alone.
 *
 * @param {string} root
 * @param {{ folders: readonly string[], files: readonly string[] }} inputsOfBuild
 */
export async function inputsDigest(root, { folders, files }) {
  const found = await Promise.all(folders.map((folder) => sourcesIn(root, folder)));
  const inputs = [...files, ...found.flat()].sort();
  const contents = await Promise.all(inputs.map((file) => readFile(path.join(root, file))));
  const hash = createHash('sha256');
  for (const [index, content] of contents.entries()) {
    hash.update(`${inputs[index]}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
