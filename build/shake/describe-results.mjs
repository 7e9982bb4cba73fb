/**
 * @typedef {object} SpeedResult
 * @property {string} name
 * @property {string[]} passed ids of tests
 * @property {{ id: string, why?: string }[]} failed
 * @property {number} earlierCount how many of them passed in an earlier run
 * @property {number} seconds of this run
 */

/** @param {number} seconds */
function duration(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * A line a speed, then a line for each test that failed at any, with the speeds it failed at. The
 * last line is the total, for people and scripts alike.
 *
 * @param {SpeedResult[]} results
 * @returns {{ text: string, exitCode: 0 | 1 }}
 */
export function describeResults(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, passed, failed, seconds, earlierCount }) => {
    const earlier = earlierCount === 0 ? '' : `, ${earlierCount} of them in an earlier run`;
    const time = duration(seconds).padStart(12);
    return `${name.padEnd(width)} ${time}  ${passed.length} passed${earlier}, ${failed.length} failed`;
  });
  /** @type {Map<string, string[]>} */
  const failures = new Map();
  for (const { name, failed } of results) {
    for (const { id, why } of failed) {
      const at = why === undefined ? name : `${name} (${why})`;
      failures.set(id, [...(failures.get(id) ?? []), at]);
    }
  }
  const failedLines = [...failures].map(([id, at]) => `failed: ${id}: ${at.join(', ')}`);
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((sum, result) => sum + result[key].length, 0);
  const [passed, failed] = [total('passed'), total('failed')];
  return {
    text: ['', ...lines, '', ...failedLines, `${passed} passed, ${failed} failed`, ''].join('\n'),
    exitCode: failed > 0 || passed === 0 ? 1 : 0,
  };
}
