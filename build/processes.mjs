import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

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

/** @param {import('node:child_process').ChildProcess} child */
const isOver = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * Asks a child to end and insists when it does not.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ askAfterMs?: number, insistAfterMs?: number }} [limits] `askAfterMs` leaves a child that
 *   got the terminal's own Ctrl-C the time to finish before it is told twice.
 */
async function endProcess(child, { askAfterMs = 0, insistAfterMs = 5_000 } = {}) {
  if (child.pid === undefined || isOver(child)) return;
  const over = once(child, 'exit');
  await Promise.race([over, delay(askAfterMs, undefined, { ref: false })]);
  if (isOver(child)) return;
  child.kill('SIGTERM');
  await Promise.race([over, delay(insistAfterMs, undefined, { ref: false })]);
  if (isOver(child)) return;
  child.kill('SIGKILL');
  await over;
}

const parentCheckMs = 500;

/** @type {Array<(signal: NodeJS.Signals) => Promise<void> | void>} */
const cleanUps = [];
let isListening = false;
let isEnding = false;

/** @param {NodeJS.Signals} signal */
async function end(signal) {
  if (isEnding) return;
  isEnding = true;
  // Last started, first ended: a program goes before the display it draws on.
  for (let cleanUp = cleanUps.pop(); cleanUp !== undefined; cleanUp = cleanUps.pop()) {
    await Promise.allSettled([cleanUp(signal)]);
  }
  process.exit(128 + constants.signals[signal]);
}

/** npm passes a signal to the shell between it and us, and that shell dies without a word to us. */
function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void end('SIGTERM');
  }, parentCheckMs).unref();
}

/**
 * Runs `cleanUp` before this process ends by a signal; the returned function takes it off again.
 * There is one list for the whole process: with a listener for each caller, the first to finish
 * would exit under the others' feet.
 *
 * @param {(signal: NodeJS.Signals) => Promise<void> | void} cleanUp
 * @returns {() => void}
 */
export function exitOnSignal(cleanUp) {
  if (!isListening) {
    isListening = true;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => void end(signal));
    }
    endWithNpm();
  }
  cleanUps.push(cleanUp);
  return () => {
    const index = cleanUps.indexOf(cleanUp);
    if (index >= 0) cleanUps.splice(index, 1);
  };
}

const onLinux = process.platform === 'linux';

/**
 * Starts a program that serves this process and must not outlive it, whatever ends it: Linux ends it with this process,
 * elsewhere this process takes it along when it is told to end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Pick<import('node:child_process').SpawnOptions, 'env' | 'stdio'>} options
 */
export function spawnDependent(command, args, options) {
  const [program = command, ...rest] = [
    ...(onLinux ? ['setpriv', '--pdeathsig', 'KILL'] : []),
    command,
    ...args,
  ];
  const child = spawn(program, rest, {
    ...options,
    // A process group of its own: Ctrl-C in the terminal must not take the display away from a
    // program that is still closing its windows. Windows would open a console for it instead.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  if (!onLinux)
    child.once(
      'exit',
      exitOnSignal(() => endProcess(child)),
    );
  return child;
}

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
