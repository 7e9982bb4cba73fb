import path from 'node:path';
import { parseJson } from '../parse-json.mjs';
import { projectRoot } from '../project-root.mjs';

/**
 * @typedef {object} TestCount
 * @property {number} passed
 * @property {string[]} failed where each failed test is, and its name
 * @property {number} skipped
 */

/**
 * @typedef {object} VitestFile
 * @property {string} name its path
 * @property {string} status
 * @property {{ status: string, fullName: string }[]} assertionResults one a test
 */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {VitestFile[]} testResults
 */

/**
 * Reads the report of Vitest's JSON reporter. A file that could not be loaded has no test that
 * could fail in its place, and counts as one.
 *
 * @param {string} report
 * @returns {TestCount}
 */
export function countVitest(report) {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } =
    /** @type {VitestReport} */ (parseJson(report));
  return {
    passed: numPassedTests,
    failed: testResults.flatMap(failuresIn),
    skipped: numPendingTests + numTodoTests,
  };
}

/** @param {VitestFile} file */
function failuresIn({ name, status, assertionResults }) {
  const file = path.relative(projectRoot, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file} could not be loaded`];
  return failed.map(({ fullName }) => `${file}: ${fullName}`);
}
