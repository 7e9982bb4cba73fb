import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../run-process.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { localNode } from './local-node.mjs';
import { SetUpProblem } from './set-up-problem.mjs';
import { withSetUpLock } from './with-set-up-lock.mjs';

/**
 * The start of every command. On a fresh clone it runs on the machine's own Node and nothing is
 * installed: it installs, then runs the same command again on the project's Node, and only there
 * is `load` called, which may import what was installed.
 *
 * @param {string} entryUrl `import.meta.url` of the command
 * @param {() => Promise<(args: string[]) => Promise<number>>} load
 */
export async function runCommand(entryUrl, load) {
  const args = process.argv.slice(2);
  try {
    await withSetUpLock(ensureDependencies);
    if (realpathSync(process.execPath) === realpathSync(localNode)) {
      process.exitCode = await (await load())(args);
      return;
    }
    const again = await runProcess(localNode, [fileURLToPath(entryUrl), ...args]);
    process.exitCode = again.exitCode;
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 2;
  }
}
