import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../processes.mjs';
import { projectRoot } from '../project.mjs';
import { ensureCliBuild } from '../set-up/builds.mjs';
import { ensureDebianPackages } from '../set-up/linux-packages.mjs';
import { withSetUpLock } from '../set-up/steps.mjs';

const onDebian = process.platform === 'linux' && existsSync('/etc/debian_version');

/**
 * @param {string} file of this source tree
 * @param {string[]} args
 */
async function runProgram(file, args) {
  const program = path.join(projectRoot, file);
  return (await runProcess(process.execPath, [program, ...args])).exitCode;
}

/**
 * What a program needs of the system, on one that set-up can install it on.
 *
 * @param {'terminal' | 'headless'} scope
 */
async function ensureSystemPackages(scope) {
  if (onDebian) await withSetUpLock(() => ensureDebianPackages(scope));
}

/**
 * Runs the command line of the source tree. Its own answer is all that reaches stdout.
 *
 * @param {string[]} args
 */
export async function runUsher(args) {
  await ensureSystemPackages('terminal');
  await withSetUpLock(ensureCliBuild);
  return runProgram('out/cli/usher.cjs', args);
}

/**
 * Measures what Usher promises about time, memory and size, on this machine and within one run. Needs no display. What
 * a bench needs of the app and its runtime it sets up itself.
 *
 * @param {string[]} args the names of those to run, all without any; `--rounds 3` for a quick look
 * @returns {Promise<number>} 1 when a limit is missed
 */
export async function runBench(args) {
  await ensureSystemPackages('headless');
  return runProgram('e2e/bench/run-bench.ts', args);
}

/**
 * Kills the core on a real keychain, again and again, and looks at what is left.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runSoak(args) {
  if (process.platform !== 'linux') {
    process.stderr.write(
      'The soak runs only on Linux: it needs a keychain it can fill and lock.\n',
    );
    return 2;
  }
  await ensureSystemPackages('headless');
  return runProgram('e2e/soak/run-soak.ts', args);
}

/**
 * Runs the fake Plex until it is stopped. Its own one line is all that reaches stdout.
 *
 * @param {string[]} args
 */
export function runFakePlex(args) {
  return runProgram('e2e/fake-plex/cli.ts', args);
}
