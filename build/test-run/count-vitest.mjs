import { parseJson } from '../parse-json.mjs';

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} TestCount */

/**
 * Reads the report of Vitest's JSON reporter.
 *
 * @param {string} report
 * @returns {TestCount}
 */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
    /** @type {VitestReport} */ (parseJson(report));
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}
