import { loopbackPlexEndpoints, realPlexEndpoints } from './plex-endpoints.ts';
import type { PlexEndpoints } from './ports.ts';

/** What the environment decides about a run, of the window and of the command line alike. */
export interface Settings {
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
export function readSettings(env: NodeJS.ProcessEnv, isSourceTree: boolean): Settings {
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
