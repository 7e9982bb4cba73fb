import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../parse-json.mjs';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';
import { mayAskAgain } from './may-ask-again.mjs';
import { runStep } from './run-step.mjs';

const packageFolder = path.join(projectRoot, 'node_modules/electron');
const refusalFile = path.join(projectRoot, 'out/official-electron-refusal.json');

async function wantedVersion() {
  const text = await readFile(path.join(packageFolder, 'package.json'), 'utf8');
  return /** @type {{ version: string }} */ (parseJson(text)).version;
}

/**
 * @param {string} version
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime | undefined>}
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
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime | undefined>}
 */
export async function ensureOfficialElectron({ retry }) {
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
