import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';

/**
 * Kills the core on a real keychain, again and again, and looks at what is left.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runSoak(args) {
  if (process.platform !== 'linux') {
    process.stderr.write(
      'The soak needs a keychain that it may fill and lock: it runs on Linux.\n',
    );
    return 2;
  }
  const program = path.join(projectRoot, 'e2e/soak/run-soak.ts');
  return (await runProcess(process.execPath, [program, ...args], { cwd: projectRoot })).exitCode;
}
