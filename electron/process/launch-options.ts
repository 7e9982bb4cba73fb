import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseUrl } from '../addresses.ts';
import type { PlexEndpoints } from '../ports.ts';

/** What the environment decides about a run, of the window and of the command line alike. */
export interface LaunchOptions {
  readonly endpoints: PlexEndpoints;
  readonly isDemo: boolean;
  /** Null: the platform's usual folder. */
  readonly profileFolder: string | null;
  readonly keychainService: string;
  /** Why this run must not start, or null. */
  readonly refusal: string | null;
}

/**
 * SECURITY: only what runs from the source tree obeys the USHER_ variables, and then they reach this computer alone. A
 * packaged Usher ignores them: none can send a token elsewhere.
 */
export function readLaunchOptions(env: NodeJS.ProcessEnv, isSourceTree: boolean): LaunchOptions {
  const settings = isSourceTree ? env : {};
  const plexUrl = settings['USHER_PLEX_URL'];
  const played = plexUrl === undefined ? null : loopbackPlexEndpoints(plexUrl);
  return {
    endpoints: played ?? realPlexEndpoints,
    isDemo: played !== null,
    profileFolder: settings['USHER_PROFILE'] ?? null,
    keychainService: settings['USHER_KEYCHAIN_SERVICE'] ?? 'Usher',
    refusal:
      plexUrl !== undefined && played === null
        ? 'USHER_PLEX_URL must be an http address of this computer, such as http://127.0.0.1:3000.'
        : null,
  };
}

/** Plex's own hosts (https://developer.plex.tv/pms/, "Authenticating with Plex"). */
export const realPlexEndpoints: PlexEndpoints = {
  plexTv: 'https://plex.tv',
  clients: 'https://clients.plex.tv',
  authPage: 'https://app.plex.tv/auth',
  linkPage: 'https://plex.tv/link',
};

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Everything at one base URL, for a Plex played on this computer. Null for anything but a loopback address.
 * SECURITY: a setting must not be able to send a token to another computer.
 */
export function loopbackPlexEndpoints(baseUrl: string): PlexEndpoints | null {
  const url = parseUrl(baseUrl);
  if (url === null || url.protocol !== 'http:' || !loopbackHosts.has(url.hostname)) return null;
  return {
    plexTv: url.origin,
    clients: url.origin,
    authPage: `${url.origin}/auth`,
    linkPage: `${url.origin}/link`,
  };
}

/** The profile folder of the window, unless the settings name another. */
export const profileFolderOf = ({ profileFolder }: LaunchOptions): string =>
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
