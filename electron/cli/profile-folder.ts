import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../read-settings.ts';

/** The profile folder of the window, unless the settings name another. */
export const profileFolderOf = ({ profileFolder }: Settings): string =>
  profileFolder ?? usualProfileFolder(process.platform, process.env);

/** Electron's `userData` (https://www.electronjs.org/docs/latest/api/app#appgetpathname). */
function usualProfileFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
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
