import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesDigest } from '../set-up/builds.mjs';

const notLookedAt = new Set(['.git', 'dist', 'node_modules', 'out', 'test-results']);

/**
 * Runs a check unless it has passed on these very files. One value for all of them: with types, what is to be said of one
 * file hangs on the others. A check that failed is not remembered.
 *
 * @template {{ readonly failed: number }} Outcome
 * @param {{ root: string, stamp: string }} place the folder that is checked, and the file that remembers
 * @param {() => Promise<Outcome>} check
 * @returns {Promise<Outcome | 'passed before'>}
 */
export async function unlessPassedBefore({ root, stamp }, check) {
  const files = (await filesIn(root)).map((file) => path.relative(root, file));
  const digest = `${process.version} ${await filesDigest(root, files)}`;
  if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return 'passed before';
  await rm(stamp, { force: true });
  const outcome = await check();
  if (outcome.failed === 0) {
    await mkdir(path.dirname(stamp), { recursive: true });
    // Of the files as they were looked at: one that was changed meanwhile is looked at again.
    await writeFile(stamp, digest);
  }
  return outcome;
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function filesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !notLookedAt.has(name))
      .map(async (entry) => {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) return await filesIn(file);
        return entry.isFile() ? [file] : [];
      }),
  );
  return found.flat();
}
