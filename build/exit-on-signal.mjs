import { constants } from 'node:os';

const parentCheckMs = 500;

/** @type {Array<(signal: NodeJS.Signals) => Promise<void> | void>} */
const cleanUps = [];
let installed = false;
let ending = false;

/** @param {NodeJS.Signals} signal */
async function end(signal) {
  if (ending) return;
  ending = true;
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
  if (!installed) {
    installed = true;
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
