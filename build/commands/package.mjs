import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeNotices } from '../packaging/notices.mjs';
import { runProcess } from '../processes.mjs';
import { projectRoot } from '../project.mjs';
import { ensureCliBuild } from '../set-up/builds.mjs';
import { setUp } from '../set-up/set-up.mjs';
import { SetUpProblem } from '../set-up/steps.mjs';

const output = path.join(projectRoot, 'dist');

/** Packages Usher into a folder, on whichever Electron runs here: a look at what a release would hold. */
export async function runPackage() {
  const runtime = await setUp({ scope: 'window', buildApp: true });
  const { exitCode } = await packageFolder(runtime, output);
  if (exitCode !== 0) return exitCode;
  process.stdout.write(`\n${await archiveDigests(output)}`);
  if (runtime.kind === 'stand-in') {
    process.stdout.write(
      `\n${output} contains a test build of Electron that can only run the demo. For real accounts: npm run release\n`,
    );
  }
  return exitCode;
}

/** Makes the installers of this system, on the official Electron only. */
export async function runRelease() {
  const runtime = await setUp({ scope: 'window', buildApp: true, retryOfficial: true });
  const obstacle = releaseObstacle(runtime.kind, process.env);
  if (obstacle !== undefined) throw new SetUpProblem(obstacle.happened, obstacle.next);
  await ensureCliBuild();
  await writeNotices();
  // The digest of an archive of before would pass for this release's.
  await rm(output, { recursive: true, force: true });
  const { exitCode } = await runElectronBuilder([]);
  if (exitCode === 0) process.stdout.write(`\n${await archiveDigests(output)}`);
  return exitCode;
}

/**
 * Why no release may be made here, if it may not.
 *
 * @param {import('../set-up/electron.mjs').ElectronRuntime['kind']} runtime
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ happened: string, next: string } | undefined}
 */
export function releaseObstacle(runtime, env) {
  if (runtime !== 'official') {
    return {
      happened: 'A release requires the official Electron, which can’t be downloaded from here.',
      next: 'Run `npm run release` on a machine that reaches GitHub, or `npm run package` for an unpacked app.',
    };
  }
  if (env['USHER_PACKAGE_INSPECTABLE'] !== undefined) {
    return {
      happened:
        'USHER_PACKAGE_INSPECTABLE is set. It’s only for tests: it lets a debugger attach to Usher.',
      next: 'Unset it, then run `npm run release` again.',
    };
  }
  return undefined;
}

/**
 * Packages the built app, and the command line, with a runtime that is there already, into a folder that can be started.
 *
 * @param {Pick<import('../set-up/electron.mjs').ElectronRuntime, 'distFolder' | 'version'>} runtime
 * @param {string} folder
 * @param {{ env?: NodeJS.ProcessEnv, output?: 'inherit' | 'capture' }} [options]
 */
export async function packageFolder(runtime, folder, options = {}) {
  await ensureCliBuild();
  await writeNotices();
  await rm(folder, { recursive: true, force: true });
  return runElectronBuilder(
    [
      '--dir',
      `-c.electronDist=${runtime.distFolder}`,
      `-c.electronVersion=${runtime.version}`,
      `-c.directories.output=${folder}`,
    ],
    options,
  );
}

/**
 * @param {string[]} args
 * @param {Pick<import('../processes.mjs').RunOptions, 'env' | 'output'>} [options]
 */
function runElectronBuilder(args, options = {}) {
  const builder = path.join(projectRoot, 'node_modules/electron-builder/cli.js');
  const command = [builder, '--config', 'build/electron-builder.config.js', '--publish', 'never'];
  return runProcess(process.execPath, [...command, ...args], { cwd: projectRoot, ...options });
}

/**
 * A line for each archive of the window's code in a folder of packaged apps. Whoever builds the same commit gets the
 * same archive, and can tell by this that what is handed out was made from it.
 *
 * @param {string} folder
 */
export async function archiveDigests(folder) {
  const entries = await readdir(folder, { recursive: true });
  const archives = entries.filter((entry) => path.basename(entry) === 'app.asar').sort();
  const lines = await Promise.all(
    archives.map(async (archive) => {
      const content = await readFile(path.join(folder, archive));
      const digest = createHash('sha256').update(content).digest('hex');
      return `SHA-256 of ${archive.replaceAll(path.sep, '/')}: ${digest}\n`;
    }),
  );
  return lines.join('');
}
