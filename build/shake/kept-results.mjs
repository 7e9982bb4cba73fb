import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../parse-json.mjs';
import { inputsDigest } from '../set-up/inputs-digest.mjs';
import { tour } from './read-request.mjs';
import { outsideOfTests } from './result-reporter.mjs';

/** @typedef {import('./result-reporter.mjs').TestResult} TestResult */
/** @typedef {Record<string, string>} Digests of what each spec, and the tour, depends on */

/** What all of them depend on. */
const common = {
  folders: [
    ...['electron', 'renderer', 'shared', 'e2e/fake-plex', 'e2e/fixtures', 'e2e/pages'],
    ...['e2e/cli/testing', 'build/packaging', 'build/resources', 'build/set-up'],
  ],
  files: [
    ...['package.json', 'package-lock.json', 'out/runtime.json'],
    ...['build/electron.vite.config.ts', 'build/e2e.vite.config.ts', 'build/cli.vite.config.ts'],
    ...['build/playwright.config.ts', 'build/headless-session.mjs', 'build/shake/speeds.mjs'],
    ...['build/electron-builder.config.js', 'build/commands/run-demo.mjs'],
  ],
};

/**
 * @param {string} root
 * @returns {Promise<Digests>}
 */
export async function digestInputs(root) {
  const shared = await inputsDigest(root, common);
  const entries = await readdir(path.join(root, 'e2e/specs'), { recursive: true });
  const specs = entries.filter((entry) => entry.endsWith('.spec.ts')).map(posix);
  const ofTour = await inputsDigest(root, { folders: ['e2e/tour'], files: [] });
  /** @type {Digests} */
  const digests = { [tour]: `${shared} ${ofTour}` };
  for (const spec of specs) {
    const own = await inputsDigest(root, { folders: [], files: [`e2e/specs/${spec}`] });
    digests[spec] = `${shared} ${own}`;
  }
  return digests;
}

/** @param {string} file */
const posix = (file) => file.split(path.sep).join('/');

/**
 * What still counts of an earlier run: what passed, and depends on nothing that has changed since.
 * An error that no test can be blamed for may be any test's, so then nothing counts.
 *
 * @param {TestResult[]} results
 * @param {Digests} then
 * @param {Digests} now
 */
export function stillCounting(results, then, now) {
  if (results.some(({ id }) => id === outsideOfTests)) return [];
  const latest = new Map(results.map((result) => [result.id, result]));
  return [...latest.values()].filter(({ id, hasPassed }) => {
    const [piece = ''] = id.split(' › ');
    return hasPassed && now[piece] !== undefined && then[piece] === now[piece];
  });
}

/** The results of one speed, in a folder that one run after the other adds to. */
export class KeptResults {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.file = path.join(folder, 'results.jsonl');
    this.digestsFile = path.join(folder, 'inputs.json');
  }

  /**
   * Leaves only what still counts.
   *
   * @param {Digests} now
   * @param {{ isFresh: boolean }} options
   */
  async begin(now, { isFresh }) {
    if (isFresh) await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    const then = await readFile(this.digestsFile, 'utf8').catch(() => '{}');
    const kept = stillCounting(await this.read(), /** @type {Digests} */ (parseJson(then)), now);
    const lines = kept.map((result) => `${JSON.stringify(result)}\n`);
    // In this order: cut short between the two, the next run forgets the same again.
    await writeFile(this.file, lines.join(''));
    await writeFile(this.digestsFile, JSON.stringify(now, null, 2));
    return new Set(kept.map(({ id }) => id));
  }

  /** @returns {Promise<TestResult[]>} */
  async read() {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    // The last line has no end when it was cut short.
    const whole = text.split('\n').slice(0, -1);
    return whole.map((line) => /** @type {TestResult} */ (parseJson(line)));
  }
}
