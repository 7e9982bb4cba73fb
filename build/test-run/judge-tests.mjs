/**
 * @typedef {object} StageResult
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} complaints what failed beside the tests, or instead of them
 * @property {string[]} [failedTests] by name
 */

/**
 * What a test stage amounts to. A stage that looks green without having shown anything counts as
 * failed: no test ran, tests were left out, or the runner gave up outside of any test.
 *
 * @param {import('./count-vitest.mjs').TestCount | undefined} count nothing when no report was written
 * @param {number} exitCode
 * @param {{ skipsAllowed: boolean }} options
 * @returns {StageResult}
 */
export function judgeTests(count, exitCode, { skipsAllowed }) {
  const { passed, failed: failedTests, skipped } = count ?? { passed: 0, failed: [], skipped: 0 };
  const complaints = [];
  if (passed + failedTests.length === 0) complaints.push('no test ran');
  else if (exitCode !== 0 && failedTests.length === 0)
    complaints.push('the runner failed outside of any test');
  if (skipped > 0 && !skipsAllowed) complaints.push(`${skipped} tests were skipped`);
  return { passed, failed: failedTests.length + complaints.length, complaints, failedTests };
}
