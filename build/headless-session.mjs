import { startKeyringSession } from '../electron/storage/keychain/testing/keyring-session.ts';
import { exitOnSignal, runProcess, startService } from './processes.mjs';

/** Starts an X server without a screen: a display, and with it a clipboard, that nobody else uses. */
export async function startDisplay() {
  const { firstLine, stop } = await startService(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'],
    { readyDescriptor: 3, env: process.env },
  );
  return { name: `:${firstLine}`, stop };
}

/**
 * Runs a program in a Linux desktop session made for it alone: its own X display, session bus,
 * home folder and keychain. All of it is gone when the program ends, however it ends.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the program's exit code
 */
export async function runInHeadlessSession(command, args, { env = {} } = {}) {
  /** @type {Array<() => Promise<void>>} */
  const stops = [];
  const stopAll = async () => {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  };
  const forget = exitOnSignal(stopAll);
  try {
    const starting = startKeyringSession('unlocked');
    // Also when a signal comes while it starts.
    stops.push(async () => (await starting).stop());
    const session = await starting;
    const display = await startDisplay();
    stops.push(display.stop);
    const inside = {
      ...session.env,
      LANG: process.env['LANG'] ?? 'C.UTF-8',
      ...env,
      DISPLAY: display.name,
      XDG_SESSION_TYPE: 'x11',
    };
    return (await runProcess(command, args, { env: inside })).exitCode;
  } finally {
    await stopAll();
    forget();
  }
}
