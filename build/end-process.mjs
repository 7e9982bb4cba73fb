import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** @param {import('node:child_process').ChildProcess} child */
const isOver = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * Asks a child to end and insists when it does not.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ askAfterMs?: number, insistAfterMs?: number }} [limits] `askAfterMs` leaves a child that
 *   got the terminal's own Ctrl-C the time to finish before it is told twice.
 */
export async function endProcess(child, { askAfterMs = 0, insistAfterMs = 5_000 } = {}) {
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
