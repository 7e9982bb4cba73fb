import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runProcess } from '../processes.mjs';
import { parseJson, projectRoot } from '../project.mjs';
import { runStep, SetUpProblem } from './steps.mjs';

/** The Node of the `node` dev dependency, which everything after set-up's first step runs on. */
export const localNode = path.join(
  projectRoot,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const kinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies']);

/** @typedef {Partial<Record<(typeof kinds)[number], Record<string, string>>>} Manifest */

/**
 * @typedef {object} LockedPackageFacts
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 */

/** @typedef {LockedPackageFacts & Manifest} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} LockFile */

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

/**
 * Whether what npm noted about node_modules when it last finished there is what the lock file asks
 * for. It is npm's own note that is read, so an install somebody ran by hand counts too.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 */
export function dependenciesMatch(wanted, installed) {
  const wantedPackages = wanted.packages ?? {};
  const installedPackages = installed.packages ?? {};
  const everyWanted = Object.entries(wantedPackages).every(([place, entry]) => {
    if (place === '') return true;
    const found = installedPackages[place];
    // npm leaves out the optional packages that are for other systems.
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
  return everyWanted && Object.keys(installedPackages).every((place) => place in wantedPackages);
}

/** @param {Record<string, string>} dependencies */
const inOrder = (dependencies) => JSON.stringify(Object.entries(dependencies).sort());

/**
 * Whether the lock file was written for this package.json; `npm ci` refuses when it was not.
 *
 * @param {Manifest} manifest
 * @param {{ packages?: Record<string, Manifest> }} lock
 */
export function manifestMatchesLock(manifest, lock) {
  const root = lock.packages?.[''] ?? {};
  return kinds.every((kind) => inOrder(manifest[kind] ?? {}) === inOrder(root[kind] ?? {}));
}

/**
 * How to start npm here, without a shell wherever that can be had: the npm that started this
 * command, by the Node that runs it. The Node inside node_modules is never chosen for it, because
 * `npm ci` deletes it on the way.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args, env = process.env) {
  const cli = env['npm_execpath'];
  const node = env['npm_node_execpath'] ?? process.execPath;
  if (cli !== undefined && /^npm-cli\.c?js$/.test(path.basename(cli)) && existsSync(cli)) {
    return {
      command: existsSync(node) ? node : process.execPath,
      args: [cli, ...args],
      shell: false,
    };
  }
  const onWindows = process.platform === 'win32';
  return { command: onWindows ? 'npm.cmd' : 'npm', args, shell: onWindows };
}
