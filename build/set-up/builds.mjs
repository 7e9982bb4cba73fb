import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkLicences, licenceLists } from '../packaging/notices.mjs';
import { runProcess } from '../processes.mjs';
import { projectRoot } from '../project.mjs';
import { runStep, SetUpProblem } from './steps.mjs';

/** @typedef {{ folders: readonly string[], files: readonly string[] }} Inputs what something is made from */

const manifests = ['package.json', 'package-lock.json'];
// What may be built in.
const licences = 'build/packaging/notices.mjs';

/** @type {Inputs} */
const appInputs = {
  folders: ['electron', 'renderer', 'shared'],
  files: [...manifests, 'build/electron.vite.config.ts', licences],
};

/** @type {Inputs} */
const cliInputs = {
  folders: ['electron', 'shared'],
  files: [...manifests, 'build/cli.vite.config.ts', licences],
};

/**
 * Builds into `folder` unless what is there was made from these very sources.
 *
 * @param {string} label
 * @param {string} folder
 * @param {Inputs} inputs
 * @param {(markBuilt: (builtFolder: string) => Promise<void>) => Promise<void>} build
 */
async function ensureBuild(label, folder, inputs, build) {
  // Inside the folder it speaks for: whoever deletes the build deletes the claim that it is there.
  const builtFrom = 'built-from.txt';
  const digest = await inputsDigest(projectRoot, inputs);
  const present = await readFile(path.join(folder, builtFrom), 'utf8').catch(() => '');
  if (present === digest) return;
  await runStep(label, async () => {
    await build((builtFolder) => writeFile(path.join(builtFolder, builtFrom), digest));
    return 'done';
  });
}

/** @param {string[]} command a builder in node_modules, and its arguments */
async function runBuilder([builder = '', ...args]) {
  const { exitCode, output } = await runProcess(
    process.execPath,
    [path.join(projectRoot, 'node_modules', builder), 'build', ...args],
    { cwd: projectRoot, output: 'capture' },
  );
  if (exitCode === 0) return;
  throw new SetUpProblem(
    `The build failed:\n${output.trim()}`,
    'Fix the errors above, then run the command again.',
  );
}

/** The app, in `out/app`. */
export async function ensureAppBuild() {
  const folder = path.join(projectRoot, 'out/app');
  await ensureBuild('Building Usher', folder, appInputs, async (markBuilt) => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await runBuilder([
      'electron-vite/bin/electron-vite.js',
      ...['--config', 'build/electron.vite.config.ts'],
    ]);
    await checkLicences(licenceLists.app);
    await markBuilt(folder);
  });
}

/** The command line, in `out/cli`. */
export async function ensureCliBuild() {
  const folder = path.join(projectRoot, 'out/cli');
  const newFolder = path.join(projectRoot, 'out/cli-new');
  await ensureBuild('Building the command line', folder, cliInputs, async (markBuilt) => {
    await rm(newFolder, { recursive: true, force: true });
    await runBuilder([
      'vite/bin/vite.js',
      ...['--config', 'build/cli.vite.config.ts', '--outDir', newFolder],
    ]);
    await checkLicences([path.join(newFolder, 'licenses.json')]);
    await markBuilt(newFolder);
    await mkdir(folder, { recursive: true });
    // A command that runs has loaded a part of the old one: it is replaced as a whole.
    await rm(folder, { recursive: true, force: true });
    await rename(newFolder, folder);
  });
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function sourcesIn(root, folder) {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/**
 * One value for everything that something is made from; tests, which are not built in, leave it alone.
 *
 * @param {string} root
 * @param {Inputs} inputs
 */
export async function inputsDigest(root, { folders, files }) {
  const found = await Promise.all(folders.map((folder) => sourcesIn(root, folder)));
  return filesDigest(root, [...files, ...found.flat()]);
}

/**
 * One value for the names and contents of files.
 *
 * @param {string} root
 * @param {readonly string[]} files from there
 */
export async function filesDigest(root, files) {
  const sources = [...files].sort();
  const contents = await Promise.all(sources.map((file) => readFile(path.join(root, file))));
  const hash = createHash('sha256');
  for (const [index, content] of contents.entries()) {
    hash.update(`${sources[index]}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
