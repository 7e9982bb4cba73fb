import { appendFileSync, writeFileSync } from 'node:fs';

/** @typedef {import('@playwright/test/reporter').Reporter} Reporter */

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

/** @param {import('@playwright/test/reporter').TestCase} test */
function idOf(test) {
  const [, , ...path] = test.titlePath();
  return path.join(' › ');
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
