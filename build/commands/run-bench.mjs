import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';

/**
 * Measures what Usher promises about time, on this machine and within one run. Needs no display.
 *
 * @param {string[]} args the names of those to run; all without any
 * @returns {Promise<number>} 1 when a limit is missed
 */
export async function runBench(args) {
  const program = path.join(projectRoot, 'e2e/bench/run-bench.ts');
  return (await runProcess(process.execPath, [program, ...args], { cwd: projectRoot })).exitCode;
}
