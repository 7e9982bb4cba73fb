import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import {
  startKeyringSession,
  type KeyringSession,
} from '../storage/keychain/testing/keyring-session.ts';
import { watchLinuxScreenLock } from './linux-screen-lock.ts';

let session: KeyringSession | undefined;
afterEach(() => session?.stop());

test.runIf(process.platform === 'linux').each([
  ['org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'],
  ['org.gnome.ScreenSaver', '/org/gnome/ScreenSaver'],
])('a locked screen is heard of from %s, an unlocked one is not', async (name, path) => {
  session = await startKeyringSession('noService');
  const bus = session;
  const say = (isActive: boolean): Promise<string> =>
    bus.run('dbus-send', [
      ...['--session', '--type=signal', path, `${name}.ActiveChanged`, `boolean:${isActive}`],
    ]);
  const onLocked = vi.fn();
  const stop = watchLinuxScreenLock(onLocked, session.env);
  // Said until the monitor listens.
  await vi.waitFor(
    async () => {
      await say(true);
      expect(onLocked).toHaveBeenCalled();
    },
    { timeout: 20_000 },
  );
  onLocked.mockClear();
  await say(false);
  await say(true);
  await expect.poll(() => onLocked).toHaveBeenCalledTimes(1);
  stop();
});

test.runIf(process.platform === 'linux')(
  'nothing that listens outlives the process it listens for, even one that is killed',
  async () => {
    session = await startKeyringSession('noService');
    const watcher = join(import.meta.dirname, 'linux-screen-lock.ts');
    const script = `
      import { watchLinuxScreenLock } from ${JSON.stringify(watcher)};
      watchLinuxScreenLock(() => undefined, process.env);
      setInterval(() => undefined, 1000);
    `;
    const watching = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: session.env,
      detached: true,
      stdio: 'ignore',
    });
    const group = String(watching.pid);
    const inGroup = async (...only: string[]): Promise<string> => {
      const { stdout } = await promisify(execFile)('pgrep', [...only, '-g', group]).catch(() => ({
        stdout: '',
      }));
      return stdout;
    };
    await expect.poll(() => inGroup('-x', 'dbus-monitor')).not.toBe('');
    watching.kill('SIGKILL');
    await expect.poll(() => inGroup()).toBe('');
  },
);
