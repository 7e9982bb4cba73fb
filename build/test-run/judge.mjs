import path from 'node:path';
import { parseJson, projectRoot } from '../project.mjs';

/**
 * @typedef {object} StageResult
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} complaints what failed beside the tests, or instead of them
 * @property {string[]} [failedTests] by name
 * @property {string} [output] of a runner that did not print it itself
 */

/**
 * What a test stage amounts to. A stage that looks green without having shown anything counts as
 * failed: no test ran, tests were left out, or the runner gave up outside of any test.
 *
 * @param {TestCount | undefined} count nothing when no report was written
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

/** What npm says when it could not ask, as against when what it was told does not fit. */
const couldNotAsk =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|E404|E405|ERR_SOCKET_TIMEOUT|not supported|no keys/i;

/**
 * What `npm audit signatures` amounts to. A registry that serves no signatures, or a machine that
 * can't reach the keys they are checked with, is told and not counted; a bad signature fails.
 *
 * @param {number} exitCode
 * @param {string} output
 * @returns {StageResult}
 */
export function judgeSignatures(exitCode, output) {
  if (exitCode === 0) return { passed: 1, failed: 0, complaints: [] };
  const isUnfit = /invalid|missing/i.test(output) && /signature|attestation/i.test(output);
  if (!isUnfit && couldNotAsk.test(output)) {
    return { passed: 0, failed: 0, complaints: ['signatures are not served here: not checked'] };
  }
  return { passed: 0, failed: 1, complaints: ['a package is not what its registry signed'] };
}

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
 * @returns {TestCount}
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

/**
 * Unit tests that this system cannot run, and why; others say so themselves, by `runIf` and their names.
 *
 * @param {NodeJS.Platform} platform
 * @returns {{ files: string, why: string }[]}
 */
export function leftOut(platform) {
  if (platform === 'linux') return [];
  return [
    {
      files: 'e2e/cli/**',
      why: 'each runs the command line on a keychain of its own, a gnome-keyring that may be locked, and in the shells of Linux',
    },
    {
      files: '**/*-linux.test.ts',
      why: 'they are about files, processes and services as Linux has them',
    },
  ];
}
