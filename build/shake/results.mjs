import { appendFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../project.mjs';
import { inputsDigest } from '../set-up/builds.mjs';

/**
 * What came of one test; a line of JSON each in a speed's results.
 *
 * @typedef {object} TestResult
 * @property {string} id the file and the titles that lead to the test, in the words of Playwright's
 *   test lists
 * @property {boolean} hasPassed
 */

/** What stands for an error that no test can be blamed for, such as one found when all are over. */
export const outsideOfTests = 'outside of any test';

/** The guided tour, named among the tests. */
export const tour = 'tour';

/** @typedef {Record<string, string>} Digests of what each spec, and the tour, depends on */

/** What all of them depend on. */
const common = {
  folders: [
    ...['electron', 'renderer', 'shared', 'e2e/fake-plex', 'e2e/fixtures', 'e2e/pages'],
    ...['e2e/cli/testing', 'build/packaging', 'build/resources', 'build/set-up'],
  ],
  files: [
    ...['package.json', 'package-lock.json', 'out/runtime.json'],
    ...['build/electron.vite.config.ts', 'build/cli.vite.config.ts', 'build/playwright.config.ts'],
    ...['build/electron-builder.config.js', 'build/headless-session.mjs', 'build/processes.mjs'],
    ...['build/commands/demo.mjs', 'build/commands/package.mjs', 'build/shake/speeds.mjs'],
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

/** @typedef {import('@playwright/test/reporter').Reporter} Reporter */

/** @param {import('@playwright/test/reporter').TestCase} test */
function idOf(test) {
  const [, , ...titles] = test.titlePath();
  return titles.join(' › ');
}

/** @param {import('@playwright/test/reporter').TestCase} test */
const doesNotApply = ({ annotations }) =>
  annotations.some(({ type, description }) => type === 'skip' && Boolean(description));

/**
 * Writes each result down the moment it is there, so that a run that is cut short loses no more
 * than the tests under way; and, asked for by `USHER_SHAKE_LIST`, which tests there are.
 *
 * @implements {Reporter}
 */
class ResultReporter {
  #errorCount = 0;

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    const file = process.env['USHER_SHAKE_LIST'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(suite.allTests().map(idOf)));
  }

  /** @param {import('@playwright/test/reporter').TestCase} test */
  onTestEnd(test) {
    const outcome = test.outcome();
    // A test that was left out for no reason, or broken off, has no result.
    if (outcome === 'skipped' && !doesNotApply(test)) return;
    this.#write({ id: idOf(test), hasPassed: outcome === 'expected' || outcome === 'skipped' });
  }

  onError() {
    this.#errorCount += 1;
  }

  /** @param {import('@playwright/test/reporter').FullResult} result */
  onEnd({ status }) {
    // One who ends the run early breaks much off.
    if (this.#errorCount > 0 && status !== 'interrupted') {
      this.#write({ id: outsideOfTests, hasPassed: false });
    }
  }

  printsToStdio() {
    return false;
  }

  /** @param {TestResult} result */
  #write(result) {
    const file = process.env['USHER_SHAKE_RESULTS'];
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(result)}\n`);
  }
}

export { ResultReporter as default };
