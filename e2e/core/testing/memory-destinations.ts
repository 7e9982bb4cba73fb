import { err, ok, type Result } from '../../../shared/result.ts';
import type { Destination } from '../../../shared/model/destination.ts';
import type { DestinationFiles, DestinationLook, KeepSafe } from '../../../electron/ports.ts';

/** Files of programs that are held in memory, each with values by their keys. */
export interface MemoryDestinations extends DestinationFiles {
  /** As if the program, or the person in an editor, had written it. */
  put(place: string, value: string): void;
  /** Null where there is nothing. */
  valueAt(place: string): string | null;
  /** Files by their paths, which can't be written for now. */
  readonly unwritable: Set<string>;
  readonly readableByOthers: Set<string>;
}

/** A place is named as in `placeOf`. */
export const placeOf = ({ path, key }: Pick<Destination, 'path' | 'key'>): string =>
  key === null ? path : `${path}#${key}`;

export function createMemoryDestinations(now: () => number): MemoryDestinations {
  const values = new Map<string, { readonly value: string; readonly mark: string }>();
  const unwritable = new Set<string>();
  const readableByOthers = new Set<string>();
  let writes = 0;
  const put = (place: string, value: string): void => {
    writes += 1;
    values.set(place, { value, mark: String(writes) });
  };
  const look = (destination: Destination): DestinationLook => {
    const held = values.get(placeOf(destination));
    const urlKey = destination.key?.replace('token', 'url') ?? null;
    const hasUrl = urlKey !== null && values.has(placeOf({ ...destination, key: urlKey }));
    return {
      value: held === undefined || held.value === '' ? null : held.value,
      urlKey: hasUrl ? urlKey : null,
      stamp: {
        mark: held?.mark ?? null,
        modifiedAt: now(),
        isReadableByOthers: readableByOthers.has(destination.path),
      },
    };
  };
  const change = async (
    destination: Destination,
    seen: DestinationLook,
    keepSafe: KeepSafe,
    write: () => void,
  ): Promise<Result<DestinationLook>> => {
    if (unwritable.has(destination.path)) {
      return err({ code: 'destination.unwritable' });
    }
    if (look(destination).value !== seen.value) {
      return err({ code: 'destination.changed' });
    }
    const kept = await keepSafe({ before: seen.value ?? '', after: '' });
    if (!kept.ok) return kept;
    write();
    return ok(look(destination));
  };
  return {
    put,
    valueAt: (place) => values.get(place)?.value ?? null,
    unwritable,
    readableByOthers,
    list: (paths) => Promise.resolve({ files: paths ?? [], isCutOff: false }),
    read: () => Promise.resolve(err({ code: 'destination.noFile' })),
    stampOf: (destination) => Promise.resolve(ok(look(destination).stamp)),
    look: (destination) => Promise.resolve(ok(look(destination))),
    mend: () => Promise.resolve(ok(null)),
    write: (destination, seen, { token, url }, keepSafe) =>
      change(destination, seen, keepSafe, () => {
        put(placeOf(destination), token);
        if (url !== null) put(placeOf({ ...destination, key: url.key }), url.value);
      }),
    clear: (destination, seen, keepSafe) =>
      change(destination, seen, keepSafe, () => put(placeOf(destination), '')),
    restrict: ({ path }) => {
      readableByOthers.delete(path);
      return Promise.resolve(ok(null));
    },
  };
}
