import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';

/**
 * Runs the fake Plex until it is stopped. Its own one line is all that reaches stdout.
 *
 * @param {string[]} args
 */
export async function runFakePlex(args) {
  const cli = path.join(projectRoot, 'e2e/fake-plex/cli.ts');
  return (await runProcess(process.execPath, [cli, ...args])).exitCode;
}
