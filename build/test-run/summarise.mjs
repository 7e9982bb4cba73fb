/** @typedef {import('./judge-tests.mjs').StageResult & { name: string, seconds: number }} NamedResult */

/**
 * The summary of a run, with the names of the tests that failed: each runner told them where it
 * was, far above by now. The last line is the total, for people and scripts alike.
 *
 * @param {NamedResult[]} results
 * @returns {{ text: string, exitCode: 0 | 1 }}
 */
export function summarise(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, seconds, passed, failed, complaints }) => {
    const reasons = complaints.length === 0 ? '' : ` (${complaints.join(', ')})`;
    const time = `${seconds.toFixed(1)} s`.padStart(8);
    return `${name.padEnd(width)} ${time}  ${passed} passed, ${failed} failed${reasons}`;
  });
  const failures = results.flatMap(({ name, failedTests = [] }) =>
    failedTests.map((test) => `${name} failed: ${test}`),
  );
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((sum, result) => sum + result[key], 0);
  const [passed, failed] = [total('passed'), total('failed')];
  return {
    text: ['', ...lines, '', ...failures, `${passed} passed, ${failed} failed`, ''].join('\n'),
    exitCode: failed > 0 || passed === 0 ? 1 : 0,
  };
}
