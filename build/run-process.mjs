import { spawn } from 'node:child_process';
import { endProcess } from './end-process.mjs';
import { exitOnSignal } from './exit-on-signal.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [shell]
 * @property {'inherit' | 'capture'} [output] `capture` keeps the output for the result instead of
 *   showing it.
 */

/**
 * Runs a program to its end. Never leaves it behind: when this process is told to end, so is it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
export async function runProcess(command, args, options = {}) {
  const { cwd, env, shell = false, output = 'inherit' } = options;
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    shell,
    stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const forget = exitOnSignal((signal) =>
    // The terminal sends Ctrl-C to the child as well.
    endProcess(child, { askAfterMs: signal === 'SIGINT' ? 1_500 : 0 }),
  );
  let captured = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (captured += text));
  }
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      // A child ended by a signal has no code; 1 keeps it a failure.
      child.once('close', (code) => resolve({ exitCode: code ?? 1, output: captured }));
    });
  } finally {
    forget();
  }
}
