import { setTimeout as delay } from 'node:timers/promises';
import { endProcess } from '../end-process.mjs';
import { runProcess } from '../run-process.mjs';
import { spawnDependent } from '../spawn-dependent.mjs';

// Any but an empty one, which gnome-keyring would take for "do not encrypt".
const password = 'headless-session';
const readyWithinMs = 10_000;

/** @param {NodeJS.ProcessEnv} env */
async function isServed(env) {
  const question = [
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ];
  const { output } = await runProcess('dbus-send', question, { env, output: 'capture' });
  return output.includes('true');
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} unlock
 * @returns {Promise<() => Promise<void>>}
 */
async function startDaemon(env, unlock) {
  const args = ['--foreground', '--components=secrets', ...(unlock ? ['--unlock'] : [])];
  const daemon = spawnDependent('gnome-keyring-daemon', args, {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const stop = () => endProcess(daemon);
  const failed = new Promise((_resolve, reject) => {
    daemon.once('error', reject);
    daemon.once('exit', (code) => reject(new Error(`gnome-keyring-daemon ended (${code}).`)));
  });
  failed.catch(() => undefined);
  daemon.stdin?.on('error', () => undefined);
  daemon.stdin?.end(unlock ? password : '');
  const giveUpAt = Date.now() + readyWithinMs;
  while (!(await Promise.race([isServed(env), failed]))) {
    if (Date.now() > giveUpAt) {
      await stop();
      throw new Error('gnome-keyring-daemon did not offer its service on the session bus.');
    }
    await delay(30);
  }
  return stop;
}

/**
 * Starts the keychain of a session. A locked one is made first and then opened by nobody, as after
 * a login without a password.
 *
 * @param {'unlocked' | 'locked'} state
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<() => Promise<void>>} stops it
 */
export async function startKeyring(state, env) {
  const stop = await startDaemon(env, true);
  if (state === 'unlocked') return stop;
  await stop();
  return startDaemon(env, false);
}
