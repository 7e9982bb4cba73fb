import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

// Electron has no lock event on Linux; both names send the same signal
// (https://specifications.freedesktop.org/idle-inhibit-spec/, org.gnome.ScreenSaver).
const rules = ['org.freedesktop.ScreenSaver', 'org.gnome.ScreenSaver'].map(
  (name) => `type='signal',interface='${name}',member='ActiveChanged'`,
);

/**
 * Calls back whenever the screen is locked, by `dbus-monitor`; where that is not installed, never. The answer ends it.
 */
export function watchLinuxScreenLock(onLocked: () => void, env: NodeJS.ProcessEnv): () => void {
  const monitor = spawn('dbus-monitor', ['--session', ...rules], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Not installed, or no bus: there is nothing to hear.
  monitor.on('error', () => undefined);
  let isActiveChanged = false;
  const lines = createInterface({ input: monitor.stdout });
  lines.on('line', (line) => {
    if (line.startsWith('signal ')) isActiveChanged = line.includes('member=ActiveChanged');
    else if (isActiveChanged && line.includes('boolean true')) onLocked();
  });
  return () => {
    lines.close();
    monitor.kill();
  };
}
