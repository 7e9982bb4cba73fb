/** What npm says when it could not ask, as against when what it was told does not fit. */
const couldNotAsk =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|E404|E405|ERR_SOCKET_TIMEOUT|not supported|no keys/i;

/**
 * What `npm audit signatures` amounts to. A registry that serves no signatures, or a machine that
 * can't reach the keys they are checked with, is told and not counted; a bad signature fails.
 *
 * @param {number} exitCode
 * @param {string} output
 * @returns {import('./judge-tests.mjs').StageResult}
 */
export function judgeSignatures(exitCode, output) {
  if (exitCode === 0) return { passed: 1, failed: 0, complaints: [] };
  const isUnfit = /invalid|missing/i.test(output) && /signature|attestation/i.test(output);
  if (!isUnfit && couldNotAsk.test(output)) {
    return { passed: 0, failed: 0, complaints: ['signatures are not served here: not checked'] };
  }
  return { passed: 0, failed: 1, complaints: ['a package is not what its registry signed'] };
}
