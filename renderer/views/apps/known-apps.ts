import type { DestinationFormat } from '../../../shared/model/destination.ts';

interface KnownApp {
  readonly name: string;
  /** Where its own documentation has it read its token from; left out where that is no file for people. */
  readonly file?: { readonly format: DestinationFormat; readonly key: string };
}

/** Programs that many people give a Plex token to, offered while a name is typed. */
export const knownApps: readonly KnownApp[] = [
  { name: 'Home Assistant' },
  { name: 'Kometa', file: { format: 'yaml', key: 'plex.token' } },
  { name: 'Maintainerr' },
  { name: 'PlexTraktSync', file: { format: 'env', key: 'PLEX_TOKEN' } },
  { name: 'Seerr' },
  { name: 'Tautulli', file: { format: 'ini', key: 'PMS.pms_token' } },
];

export const knownFileOf = (name: string): KnownApp['file'] =>
  knownApps.find((app) => app.name.toLowerCase() === name.trim().toLowerCase())?.file;
