import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runProcess } from './processes.mjs';
import { ensureDependencies, localNode } from './set-up/dependencies.mjs';
import { SetUpProblem, withSetUpLock } from './set-up/steps.mjs';

/**
 * Every command, by the name that `npm run` has for it: `node build/run.mjs NAME ...`.
 *
 * On a fresh clone this runs on the machine's own Node and nothing is installed: it installs, then runs the same command
 * again on the project's Node, and only there is the command loaded, which may import what was installed.
 *
 * @type {Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>>}
 */
const commands = {
  start: async () => (await import('./commands/start.mjs')).runStart,
  demo: async () => (await import('./commands/demo.mjs')).runDemo,
  usher: async () => (await import('./commands/programs.mjs')).runUsher,
  test: async () => (await import('./commands/test.mjs')).runTests,
  package: async () => (await import('./commands/package.mjs')).runPackage,
  release: async () => (await import('./commands/package.mjs')).runRelease,
  'fake-plex': async () => (await import('./commands/programs.mjs')).runFakePlex,
  shake: async () => (await import('./commands/shake.mjs')).runShake,
  soak: async () => (await import('./commands/programs.mjs')).runSoak,
  bench: async () => (await import('./commands/programs.mjs')).runBench,
};

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function runCommand(name, args) {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    throw new SetUpProblem(
      name === '' ? 'Missing command.' : `No command named “${name}”.`,
      `Available: ${Object.keys(commands).join(' ')}`,
    );
  }
  await withSetUpLock(ensureDependencies);
  if (realpathSync(process.execPath) === realpathSync(localNode)) return (await load())(args);
  return (await runProcess(localNode, [fileURLToPath(import.meta.url), name, ...args])).exitCode;
}

const [name = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await runCommand(name, args);
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 2;
}
