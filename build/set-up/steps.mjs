import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { exitOnSignal } from '../processes.mjs';
import { projectRoot } from '../project.mjs';

const heartbeatMs = 1_000;
const silentForMs = 15_000;
const lockFile = path.join(projectRoot, 'out/set-up.lock');

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

async function tryToTake() {
  try {
    await mkdir(path.dirname(lockFile), { recursive: true });
    await writeFile(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST') return false;
    throw new SetUpProblem(
      `Can’t write to this folder (${message}).`,
      'Make yourself the owner of it and everything in it (another user may have run a command here), then run the command again.',
    );
  }
}

/**
 * Whether the holder was killed. A heartbeat tells where the process id cannot: in a container that
 * was started again, some other process soon has the same one.
 */
async function isAbandoned() {
  const [holder, { mtimeMs }] = await Promise.all([
    readFile(lockFile, 'utf8').then(Number),
    stat(lockFile),
  ]).catch(() => /** @type {const} */ ([0, { mtimeMs: Date.now() }]));
  return Date.now() - mtimeMs > silentForMs || (holder > 0 && !isAlive(holder));
}

/**
 * Lets one set-up at a time work in this folder: two commands started together would else install
 * and build over each other.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetUpLock(work) {
  for (let announced = false; !(await tryToTake()); announced = true) {
    if (await isAbandoned()) {
      await rm(lockFile, { force: true });
      continue;
    }
    if (!announced) process.stderr.write('Waiting for another command to finish set-up …\n');
    await delay(200);
  }
  const release = () => rm(lockFile, { force: true });
  const forget = exitOnSignal(release);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(lockFile, now, now).catch(() => undefined);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    forget();
    await release();
  }
}

const tickMs = 250;

/**
 * Runs one long step of set-up and shows on stderr that it is alive: a line that counts where
 * there is a terminal, one line before and one after where there is not. stdout stays free for
 * what a command has to say.
 *
 * @param {string} label
 * @param {(report: (detail: string) => void) => Promise<string>} work answers with the outcome, in
 *   a word or two
 */
export async function runStep(label, work) {
  const { stderr } = process;
  const live = stderr.isTTY;
  const startedAt = performance.now();
  let detail = '';
  const elapsed = () => `${Math.round((performance.now() - startedAt) / 1000)} s`;
  const draw = () =>
    stderr.write(`\r\x1b[2K${label} … ${detail === '' ? '' : `${detail}, `}${elapsed()}`);
  if (!live) stderr.write(`${label} …\n`);
  const ticker = live ? setInterval(draw, tickMs) : undefined;
  let outcome = 'failed';
  try {
    outcome = await work((text) => (detail = text));
  } finally {
    clearInterval(ticker);
    stderr.write(`${live ? '\r\x1b[2K' : ''}${label}: ${outcome} (${elapsed()})\n`);
  }
}

/** Something set-up cannot do by itself: what happened, and what the person should do next. */
export class SetUpProblem extends Error {
  /**
   * @param {string} happened
   * @param {string} next
   */
  constructor(happened, next) {
    super(`${happened}\n${next}`);
    this.name = 'SetUpProblem';
  }
}
