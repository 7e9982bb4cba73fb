import { performance } from 'node:perf_hooks';

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
