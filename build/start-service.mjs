import { endProcess } from './end-process.mjs';
import { spawnDependent } from './spawn-dependent.mjs';

/**
 * Starts a program that others depend on and waits for the first line it writes to the given
 * descriptor, which is how it says that it is ready.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ readyDescriptor: 1 | 3, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ firstLine: string, stop: () => Promise<void> }>}
 */
export async function startService(command, args, { readyDescriptor, env }) {
  const child = spawnDependent(command, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    complaints = (complaints + text).slice(-4_000);
  });
  const ready = /** @type {import('node:stream').Readable} */ (child.stdio[readyDescriptor]);
  /** @type {Promise<string>} */
  const beingReady = new Promise((resolve, reject) => {
    let seen = '';
    ready.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      seen += text;
      if (seen.includes('\n')) resolve(seen.slice(0, seen.indexOf('\n')).trim());
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`${command} ended (${code ?? signal}) before it was ready. ${complaints}`)),
    );
  });
  const firstLine = await beingReady;
  return { firstLine, stop: () => endProcess(child) };
}
