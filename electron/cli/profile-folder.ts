import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the window keeps its profile: Electron's `userData` (https://www.electronjs.org/docs/latest/api/app#appgetpathname). */
export function usualProfileFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Usher');
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Usher');
    default: {
      const configured = env['XDG_CONFIG_HOME'] ?? '';
      return join(configured === '' ? join(homedir(), '.config') : configured, 'Usher');
    }
  }
}
