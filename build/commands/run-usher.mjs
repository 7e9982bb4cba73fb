import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';
import { ensureCliBuild } from '../set-up/ensure-cli-build.mjs';
import { ensureDebianPackages } from '../set-up/ensure-debian-packages.mjs';
import { withSetUpLock } from '../set-up/with-set-up-lock.mjs';

const onDebian = process.platform === 'linux' && existsSync('/etc/debian_version');

/**
 * Runs the command line of the source tree. Its own answer is all that reaches stdout.
 *
 * @param {string[]} args
 */
export async function runUsher(args) {
  await withSetUpLock(async () => {
    if (onDebian) await ensureDebianPackages('terminal');
    await ensureCliBuild();
  });
  const cli = path.join(projectRoot, 'out/cli/usher.cjs');
  return (await runProcess(process.execPath, [cli, ...args])).exitCode;
}
