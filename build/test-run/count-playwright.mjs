import { parseJson } from '../parse-json.mjs';

/**
 * @typedef {object} PlaywrightTest
 * @property {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @property {{ type: string, description?: string }[]} annotations
 */

/** @typedef {{ title: string, file: string, line: number, tests: PlaywrightTest[] }} PlaywrightSpec */

/**
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSpec[]} [specs]
 * @property {PlaywrightSuite[]} [suites]
 */

/**
 * @param {PlaywrightSuite} suite
 * @returns {(PlaywrightTest & { name: string })[]}
 */
function testsIn({ specs = [], suites = [] }) {
  const here = specs.flatMap(({ title, file, line, tests }) =>
    tests.map((test) => ({ ...test, name: `${file}:${line}: ${title}` })),
  );
  return [...here, ...suites.flatMap(testsIn)];
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
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  const missed = tests.filter((test) => test.status === 'skipped' && !skipsForAReason(test));
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: failed.map(({ name }) => name),
    skipped: missed.length,
  };
}
