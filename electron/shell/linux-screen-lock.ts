import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

// Electron has no lock event on Linux; both names send the same signal
// (https://specifications.freedesktop.org/idle-inhibit-spec/, org.gnome.ScreenSaver).
const rules = ['org.freedesktop.ScreenSaver', 'org.gnome.ScreenSaver'].map(
  (name) => `type='signal',interface='${name}',member='ActiveChanged'`,
);

// Ended by the end of its input, and so with the process that started it, however that ends: a monitor that outlived it
// would keep the processes of the window alive too, through the pipes it inherits.
const untilInputEnds = 'dbus-monitor --session "$@" & trap "kill $!" EXIT; cat';

/**
 * Calls back whenever the screen is locked, by `dbus-monitor`; where that is not installed, never. Returns a function that ends it.
 */
export function watchLinuxScreenLock(onLocked: () => void, env: NodeJS.ProcessEnv): () => void {
  const monitor = spawn('sh', ['-c', untilInputEnds, 'sh', ...rules], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // No shell; without the monitor or a bus there is nothing to hear either.
  monitor.on('error', () => undefined);
  monitor.stdin.on('error', () => undefined);
  let isActiveChanged = false;
  const lines = createInterface({ input: monitor.stdout });
  lines.on('line', (line) => {
    if (line.startsWith('signal ')) isActiveChanged = line.includes('member=ActiveChanged');
    else if (isActiveChanged && line.includes('boolean true')) onLocked();
  });
  return () => {
    lines.close();
    monitor.stdin.end();
  };
}
