import { basename } from 'node:path';
import type { AppErrorCode } from '../../shared/errors.ts';
import type { Destination, DestinationFormat } from '../../shared/model/destination.ts';
import { ok, type Result } from '../../shared/result.ts';
import { isTokenField } from '../plex/secrets/secret-fields.ts';
import { couldBeToken } from '../token-text.ts';
import { ownStores, presets, type OwnStore, type Preset, type PresetFile } from './presets.ts';
import { findSpot, listValues } from './text-format.ts';

/** A token in a program's file, in clear. */
export interface TokenInConfig {
  readonly destination: Destination;
  readonly token: string;
  readonly preset: Preset | null;
  /** Why it can't be replaced there; null where it can. */
  readonly trouble: AppErrorCode | null;
}

/** The tokens of Plex in a program's file, in the order they stand in. Errors: `destination.unparsable`. */
export function findInConfig(path: string, text: string): Result<readonly TokenInConfig[]> {
  const name = basename(path);
  const known = presets.flatMap((preset) =>
    preset.files.filter((file) => isFile(file, name, text)).map((file) => ({ preset, file })),
  );
  const format = known[0]?.file.format ?? formatOf(name);
  const listed = listValues(format, text);
  if (!listed.ok) return listed.error.code === 'destination.notAlone' ? ok([]) : listed;
  return ok(
    listed.value.flatMap(({ key, value }) => {
      const inside = tokenWithin(value);
      if (inside !== null) {
        const preset = known[0]?.preset ?? null;
        const destination = { format, path, key };
        return [
          { destination, token: inside, preset, trouble: 'destination.notReplaceable' as const },
        ];
      }
      const fitting = known.find(
        ({ file }) => file.format === format && (key === null || file.keys?.test(key) === true),
      );
      if (fitting === undefined && !isPlexToken(key ?? name)) return [];
      if (!couldBeToken(value)) return [];
      const destination = { format, path, key };
      const trouble = troubleAt(destination, text, value);
      return [{ destination, token: value, preset: fitting?.preset ?? null, trouble }];
    }),
  );
}

/** The program this file is of, if that keeps its token elsewhere. `text` is null where it is none. */
export const findOwnStore = (path: string, text: string | null): OwnStore | null =>
  ownStores.find(({ files }) => files.some((file) => isFile(file, basename(path), text ?? ''))) ??
  null;

/** Whether a file of this name is worth a look. */
export const isConfigName = (name: string): boolean =>
  [...presets, ...ownStores].some(({ files }) => files.some((file) => file.name.test(name)));

const isFile = (
  { name, holds }: Pick<PresetFile, 'name' | 'holds'>,
  wanted: string,
  text: string,
): boolean => name.test(wanted) && (holds?.test(text) ?? true);

const formatOf = (name: string): DestinationFormat => {
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  if (/\.(?:ini|cfg|conf)$/i.test(name)) return 'ini';
  if (/\.jsonc?$/i.test(name)) return 'json';
  // SECURITY: what stands alone in a file of another name may be another service's, and Plex would be asked about it.
  return /plex/i.test(name) && !/env/i.test(name) ? 'file' : 'env';
};

/**
 * SECURITY: the token of another service must not be sent to Plex, so the key must name Plex besides
 * (`plex.token`, `PMS.pms_token`).
 */
const isPlexToken = (key: string): boolean =>
  /plex|pms/i.test(key) && isTokenField(key.split('.').at(-1) ?? '');

function troubleAt({ format, key }: Destination, text: string, token: string): AppErrorCode | null {
  const spot = findSpot(format, text, key);
  if (!spot.ok) return spot.error.code;
  return spot.value.value === token ? null : 'destination.ambiguous';
}

/** In `PLEX_TOKEN=…` as an item of a list, or in an address. */
const tokenWithin = (value: string): string | null => {
  for (const [, name = '', token = ''] of value.matchAll(
    /(?:^|[?&])([A-Za-z][\w-]*)=([^&#\s]+)/g,
  )) {
    if (isPlexToken(name) && couldBeToken(token)) return token;
  }
  return null;
};
