import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exitOnSignal } from './exit-on-signal.mjs';
import { startDisplay } from './headless/start-display.mjs';
import { startKeyring } from './headless/start-keyring.mjs';
import { startSessionBus } from './headless/start-session-bus.mjs';
import { runProcess } from './run-process.mjs';

/** @typedef {'unlocked' | 'locked' | 'absent'} KeyringState */

const fromThePersonsSession = [
  'DBUS_SESSION_BUS_ADDRESS',
  'DISPLAY',
  'GNOME_KEYRING_CONTROL',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
];

/**
 * @param {string} home
 * @param {NodeJS.ProcessEnv} extra
 */
async function sessionEnvironment(home, extra) {
  const runtimeFolder = path.join(home, 'run');
  await mkdir(runtimeFolder, { mode: 0o700 });
  const inherited = Object.entries(process.env).filter(
    ([name]) => !fromThePersonsSession.includes(name),
  );
  return {
    ...Object.fromEntries(inherited),
    LANG: process.env['LANG'] ?? 'C.UTF-8',
    ...extra,
    HOME: home,
    XDG_RUNTIME_DIR: runtimeFolder,
    XDG_SESSION_TYPE: 'x11',
  };
}

/**
 * Runs a program in a Linux desktop session made for it alone: its own X display, session bus,
 * home folder and keychain. All of it is gone when the program ends, however it ends.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, keyring?: KeyringState }} [options]
 * @returns {Promise<number>} the program's exit code
 */
export async function runInHeadlessSession(command, args, options = {}) {
  const { env: extra = {}, keyring = 'unlocked' } = options;
  const home = await mkdtemp(path.join(tmpdir(), 'usher-session-'));
  const removeHome = () => rm(home, { recursive: true, force: true, maxRetries: 5 });
  const forget = exitOnSignal(removeHome);
  /** @type {Array<() => Promise<void>>} */
  const stops = [];
  try {
    const env = await sessionEnvironment(home, extra);
    const display = await startDisplay(env);
    stops.push(display.stop);
    const bus = await startSessionBus(env.XDG_RUNTIME_DIR, env);
    stops.push(bus.stop);
    const inside = { ...env, DISPLAY: display.display, DBUS_SESSION_BUS_ADDRESS: bus.address };
    if (keyring !== 'absent') stops.push(await startKeyring(keyring, inside));
    return (await runProcess(command, args, { env: inside })).exitCode;
  } finally {
    for (const stop of stops.reverse()) await stop();
    await removeHome();
    forget();
  }
}
