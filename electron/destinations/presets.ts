import type { ChangedBy, ProgramRestart } from '../../shared/model/adoption.ts';
import type { DestinationFormat } from '../../shared/model/destination.ts';

/** Where a program keeps its token. A new one is one more entry of the table. */
export interface Preset {
  readonly name: string;
  /** Its documentation, or its own code where that says nothing. */
  readonly source: string;
  readonly restart: ProgramRestart;
  /**
   * The usual ones on every system: in the home folder (`~/`), its folder for settings (`$CONFIG/`, `%LOCALAPPDATA%/`), the
   * folder that Usher runs in, or a container.
   */
  readonly places: readonly string[];
  readonly files: readonly PresetFile[];
  /** It is another program in every folder. */
  readonly isByFolder?: boolean;
}

export interface PresetFile {
  readonly name: RegExp;
  /** What tells it from another program's file of the same name. */
  readonly holds?: RegExp;
  readonly format: DestinationFormat;
  /** The keys of tokens; null of a file that is nothing else. */
  readonly keys: RegExp | null;
}

/** A program that keeps its token in its own database, where Usher does not write. */
export interface OwnStore extends Pick<Preset, 'name' | 'source' | 'places'> {
  readonly files: readonly Pick<PresetFile, 'name' | 'holds'>[];
  readonly changedBy: ChangedBy;
}

const plexVariable = /plex\w*token$/i;

/** The first whose file and key fit is it. */
export const presets: readonly Preset[] = [
  {
    name: 'Kometa',
    source: 'https://kometa.wiki/en/latest/config/plex/',
    restart: 'nextRun',
    places: ['config/config.yml', '~/Kometa/config/config.yml', '/config/config.yml'],
    files: [
      {
        name: /^config.*\.ya?ml$/i,
        holds: /^\ufeff?(?:libraries|tmdb|playlist_files):/m,
        format: 'yaml',
        // Each library can have a server of its own.
        keys: /^(?:libraries\.(?:[^.\\]|\\.)+\.)?plex\.token$/,
      },
    ],
  },
  {
    name: 'Tautulli',
    // https://github.com/Tautulli/Tautulli/blob/master/plexpy/config.py has the names, and https://github.com/Tautulli/Tautulli/wiki/Frequently-Asked-Questions that it is to be shut down first.
    source: 'https://github.com/Tautulli/Tautulli/wiki/Frequently-Asked-Questions',
    restart: 'stopBefore',
    places: [
      '/opt/Tautulli/config.ini',
      '~/Library/Application Support/Tautulli/config.ini',
      '%LOCALAPPDATA%/Tautulli/config.ini',
      '/config/config.ini',
    ],
    files: [{ name: /^config\.ini$/i, format: 'ini', keys: /^PMS\.pms_token$/i }],
  },
  {
    name: 'PlexTraktSync',
    source: 'https://github.com/Taxel/PlexTraktSync',
    restart: 'nextRun',
    places: [
      '$CONFIG/PlexTraktSync/servers.yml',
      '$CONFIG/PlexTraktSync/.env',
      '~/Library/Application Support/PlexTraktSync/servers.yml',
      '~/Library/Application Support/PlexTraktSync/.env',
      '%LOCALAPPDATA%/PlexTraktSync/PlexTraktSync/servers.yml',
      '%LOCALAPPDATA%/PlexTraktSync/PlexTraktSync/.env',
      '/app/config/servers.yml',
      '/app/config/.env',
    ],
    files: [
      {
        name: /^servers\.ya?ml$/i,
        format: 'yaml',
        keys: /^servers\.(?:[^.\\]|\\.)+\.token$/,
        holds: /^\ufeff?servers:/m,
      },
      {
        name: /^\.env$/,
        format: 'env',
        holds: /PlexTraktSync|^\s*TRAKT_USERNAME\s*=/m,
        keys: /^PLEX_(?:OWNER_|ACCOUNT_)?TOKEN$/,
      },
    ],
  },
  {
    name: 'python-plexapi',
    source: 'https://python-plexapi.readthedocs.io/en/latest/configuration.html',
    restart: 'nextRun',
    places: ['~/.config/plexapi/config.ini'],
    files: [{ name: /^config\.ini$/i, format: 'ini', keys: /^auth\.(?:server|client)_token$/i }],
  },
  {
    name: 'Plex Auto Languages',
    source: 'https://github.com/JourneyDocker/Plex-Auto-Languages#configuration',
    restart: 'restart',
    places: ['config.yaml', 'config/config.yaml', '/config/config.yaml'],
    files: [
      { name: /^config\.ya?ml$/i, format: 'yaml', keys: /^plexautolanguages\.plex\.token$/ },
      {
        name: /^config\.ya?ml$/i,
        holds: /^\ufeff?plexautolanguages:/m,
        format: 'yaml',
        keys: /^plex\.token$/,
      },
    ],
  },
  {
    name: 'Docker Compose',
    source:
      'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',
    restart: 'recreate',
    isByFolder: true,
    places: ['.env', 'compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'],
    files: [
      { name: /^(?:\.env(?:\..+)?|.*\.env)$/i, format: 'env', keys: plexVariable },
      {
        name: /^(?:docker-)?compose(?:\..+)?\.ya?ml$/i,
        format: 'yaml',
        keys: /^services\.(?:[^.\\]|\\.)+\.environment\.\w*plex\w*token$/i,
      },
      { name: /^plex[-_]?token(?:\.txt)?$/i, format: 'file', keys: null },
    ],
  },
];

export const ownStores: readonly OwnStore[] = [
  {
    name: 'Seerr',
    // The token of whoever signs in is in the table of users (server/entity/User.ts); settings.json has only the server's address.
    source: 'https://github.com/seerr-team/seerr/blob/develop/server/entity/User.ts',
    places: ['config/settings.json', '/app/config/settings.json'],
    files: [{ name: /^settings\.json$/i, holds: /"vapidPrivate"\s*:/ }],
    changedBy: 'signingInAgain',
  },
  {
    name: 'Maintainerr',
    source:
      'https://github.com/jorenn92/Maintainerr/blob/main/docs/2-getting-started/2-configuration/Configuration.md',
    places: ['data/maintainerr.sqlite', '/opt/data/maintainerr.sqlite'],
    files: [{ name: /^maintainerr\.sqlite$/i }],
    changedBy: 'plexSettings',
  },
];
