import { parseJson } from '../parse-json.mjs';

/**
 * @typedef {object} PlaywrightTest
 * @property {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @property {{ type: string, description?: string }[]} annotations
 */

/**
 * @typedef {object} PlaywrightSuite
 * @property {{ tests: PlaywrightTest[] }[]} [specs]
 * @property {PlaywrightSuite[]} [suites]
 */

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightTest[]}
 */
function testsIn({ specs = [], suites = [] }) {
  return [...specs.flatMap((spec) => spec.tests), ...suites.flatMap(testsIn)];
}

/** @param {PlaywrightTest} test */
function skipsForAReason({ annotations }) {
  return annotations.some(({ type, description }) => type === 'skip' && Boolean(description));
}

/**
 * Reads the report of Playwright's JSON reporter. A test that passed only when tried again has
 * failed; one that says why it does not apply here is not missed.
 *
 * @param {string} report
 * @returns {import('./count-vitest.mjs').TestCount}
 */
export function countPlaywright(report) {
  const tests = testsIn(/** @type {PlaywrightSuite} */ (parseJson(report)));
  const number = (/** @type {(test: PlaywrightTest) => boolean} */ isOne) =>
    tests.filter(isOne).length;
  return {
    passed: number(({ status }) => status === 'expected'),
    failed: number(({ status }) => status === 'unexpected' || status === 'flaky'),
    skipped: number((test) => test.status === 'skipped' && !skipsForAReason(test)),
  };
}
