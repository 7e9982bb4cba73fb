import { app } from 'electron';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loopbackPlexEndpoints, realPlexEndpoints } from '../plex-endpoints.ts';
import type { PlexEndpoints } from '../ports.ts';

/** What the outside of the process decides about this run. */
export interface Environment {
  readonly endpoints: PlexEndpoints;
  readonly isDemo: boolean;
  /** Null: the platform's usual folder. */
  readonly profileFolder: string | null;
  readonly keychainService: string;
  readonly isDevelopment: boolean;
  /** Why this run must not start, or null. */
  readonly refusal: string | null;
}

export function readEnvironment(): Environment {
  // SECURITY: Electron goes by the name of its executable, which anybody can give to a copy; the archive that a
  // packaged app is started from cannot be talked away.
  const isDevelopment = !app.isPackaged && !app.getAppPath().endsWith('.asar');
  // SECURITY: a packaged build ignores every USHER_ variable: none of them can send a token elsewhere.
  const settings = isDevelopment ? process.env : {};
  const plexUrl = settings['USHER_PLEX_URL'];
  const played = plexUrl === undefined ? null : loopbackPlexEndpoints(plexUrl);
  return {
    endpoints: played ?? realPlexEndpoints,
    isDemo: played !== null,
    profileFolder: settings['USHER_PROFILE'] ?? null,
    keychainService: settings['USHER_KEYCHAIN_SERVICE'] ?? 'Usher',
    isDevelopment,
    refusal: refusalOf(plexUrl, played),
  };
}

function refusalOf(plexUrl: string | undefined, played: PlexEndpoints | null): string | null {
  if (plexUrl !== undefined && played === null) {
    return 'USHER_PLEX_URL must be an http address of this computer, such as http://127.0.0.1:3000.';
  }
  // SECURITY: real accounts run on an official Electron only.
  if (played === null && isStandInRuntime()) {
    return 'This Electron is a stand-in for tests. Only the demo runs on it: npm run demo.';
  }
  return null;
}

/** The set-up script marks the stand-in by this file beside its executable. */
const isStandInRuntime = (): boolean =>
  existsSync(join(dirname(process.execPath), 'made-from.txt'));
