import { rm } from 'node:fs/promises';
import { ensureCliBuild } from '../set-up/ensure-cli-build.mjs';
import { writeNotices } from './notices.mjs';
import { runElectronBuilder } from './run-electron-builder.mjs';

/**
 * Packages the built app, and the command line, with a runtime that is there already, into a folder that can be started.
 *
 * @param {Pick<import('../set-up/electron-runtime.mjs').ElectronRuntime, 'distFolder' | 'version'>} runtime
 * @param {string} output
 * @param {{ env?: NodeJS.ProcessEnv, output?: 'inherit' | 'capture' }} [options]
 */
export async function packageFolder(runtime, output, options = {}) {
  await ensureCliBuild();
  await writeNotices();
  await rm(output, { recursive: true, force: true });
  return runElectronBuilder(
    [
      '--dir',
      `-c.electronDist=${runtime.distFolder}`,
      `-c.electronVersion=${runtime.version}`,
      `-c.directories.output=${output}`,
    ],
    options,
  );
}
