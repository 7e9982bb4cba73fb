import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { ensureOfficialElectron } from './official-electron.mjs';
import { SetUpProblem } from './set-up-problem.mjs';
import { ensureStandInElectron } from './stand-in-electron.mjs';

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
