import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../parse-json.mjs';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';
import { dependenciesMatch } from './dependencies-match.mjs';
import { localNode } from './local-node.mjs';
import { manifestMatchesLock } from './manifest-matches-lock.mjs';
import { npmCommand } from './npm-command.mjs';
import { runStep } from './run-step.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

/** @typedef {import('./manifest-matches-lock.mjs').Manifest} Manifest */
/** @typedef {import('./dependencies-match.mjs').LockFile} LockFile */

/** @param {string} file */
const readText = (file) => readFile(path.join(projectRoot, file), 'utf8');

/** @param {string} file */
async function readLock(file) {
  return /** @type {LockFile} */ (parseJson(await readText(file)));
}

async function isInstalled() {
  if (!existsSync(localNode)) return false;
  const [lock, installed] = await Promise.all([
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json').catch(() => ({})),
  ]);
  return dependenciesMatch(lock, installed);
}

/** @param {string} executable */
function isRunning(executable) {
  return path.relative(executable, process.execPath) === '';
}

async function install() {
  // Windows cannot delete a program that runs, which `npm ci` would do to the Node of this one.
  const verb = process.platform === 'win32' && isRunning(localNode) ? 'install' : 'ci';
  const npm = npmCommand([verb, '--no-audit', '--no-fund', '--include=dev']);
  const { exitCode, output } = await runProcess(npm.command, npm.args, {
    cwd: projectRoot,
    shell: npm.shell,
    output: 'capture',
  });
  if (exitCode !== 0) {
    throw new SetUpProblem(
      `npm ${verb} failed:\n${output.trim()}`,
      'Check that npm reaches its registry (npm ping) and that the disk has 2 GB free, then run the command again.',
    );
  }
}

/** Makes node_modules what package-lock.json says. Runs on any Node from 20 on. */
export async function ensureDependencies() {
  const manifest = /** @type {Manifest} */ (parseJson(await readText('package.json')));
  const lock = await readLock('package-lock.json');
  if (!manifestMatchesLock(manifest, lock)) {
    throw new SetUpProblem(
      'package.json and package-lock.json do not list the same dependencies.',
      'Run `npm install` to bring them together (and commit both), then run the command again.',
    );
  }
  if (await isInstalled()) return;
  await runStep('Installing npm packages', async () => {
    await install();
    return 'done';
  });
  if (!existsSync(localNode)) {
    throw new SetUpProblem(
      'npm installed the packages but did not run the install script of the package "node".',
      'Allow install scripts (npm config get ignore-scripts should say false), delete node_modules, then run the command again.',
    );
  }
}
