import * as v from 'valibot';
import type { GenericSchema } from 'valibot';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ProfileFiles } from '../../ports.ts';
import { oneAtATime } from '../../timing.ts';

/** A versioned JSON file held in memory, with a backup of its last good text beside it. */
export interface JsonDocument<T> {
  readonly opening: DocumentOpening;
  /** Written by a newer Usher: every update answers `profile.readOnly`, so that nothing it knows more of is lost. */
  isTooNew(): boolean;
  value(): T;
  /**
   * Changes the value and the file, one update after the other, those of other processes included; `change` gets the
   * newest value, also one that another process wrote meanwhile. When the file can't be written the value stays as it was.
   */
  update(change: (value: T) => T): Promise<Result<null>>;
  /** Takes over what another process wrote. */
  refresh(): Promise<Result<null>>;
  /** Takes over what other processes write, soon after they did. Returns a function that ends it. */
  watch(): () => void;
  /** Called with the value before, whenever that of another process was taken over. */
  onTakenOver(listener: (before: T) => void): void;
}

export interface JsonDocumentOptions<T> {
  readonly files: ProfileFiles;
  readonly name: string;
  /** Must read back what it gave out. */
  readonly schema: GenericSchema<unknown, T>;
  readonly empty: T;
  readonly version: number;
  /**
   * What may be removed from the document, by names of its own: once one of these is gone from the document, the backup
   * doesn't tell of it any more either.
   */
  readonly removableIn?: (value: T) => readonly string[];
  /** Milliseconds since 1970, for the names of files that are set aside. */
  readonly now: () => number;
}

/** Fails only when the folder itself does; a file that can't be understood is set aside. */
export const openJsonDocument = async <T>(
  options: JsonDocumentOptions<T>,
): Promise<Result<JsonDocument<T>>> => {
  const { files, name, schema, version, now, removableIn = () => [] } = options;
  const backupName = `${name}.backup`;
  const corruptSuffix = (): string => `corrupt-${now()}`;
  const queue = oneAtATime();

  const found = await findDocument({ ...options, backupName, corruptSuffix });
  if (!found.ok) return found;
  const { opening } = found.value;
  let { value, text } = found.value;
  let isTooNew = opening.how === 'tooNew';
  let takenOver: (before: T) => void = () => undefined;

  /** Takes over what another process wrote since. What can't be understood is left to `orElse`. */
  const catchUp = async (orElse: () => Promise<Result<null>>): Promise<Result<null>> => {
    const seen = await files.read(name);
    if (!seen.ok) return seen;
    if (seen.value === text) return ok(null);
    const reading = seen.value === null ? null : readDocumentText(seen.value, schema, version);
    if (reading === null || reading.kind === 'bad') return orElse();
    text = seen.value;
    isTooNew = reading.kind === 'tooNew';
    const before = value;
    value = reading.value ?? value;
    takenOver(before);
    return ok(null);
  };

  /** Nobody else is at work on the file now: it is made anew from what is known. */
  const setAside = async (): Promise<Result<null>> => {
    const seen = await files.read(name);
    const kept =
      seen.ok && seen.value === null ? ok('') : await files.setAside(name, corruptSuffix());
    if (!kept.ok) return kept;
    text = null;
    return ok(null);
  };

  const update = async (change: (value: T) => T): Promise<Result<null>> => {
    const caughtUp = await catchUp(setAside);
    if (!caughtUp.ok) return caughtUp;
    if (isTooNew) return err({ code: 'profile.readOnly' });
    const next = change(value);
    const nextText = `${JSON.stringify({ version, data: next }, null, 2)}\n`;
    if (nextText === text) return ok(null);
    if (readDocumentText(nextText, schema, version).kind !== 'good') {
      throw new Error(`An update of ${name} would not be read back.`);
    }
    const left = new Set(removableIn(next));
    const isRemoval = removableIn(value).some((removable) => !left.has(removable));
    // SECURITY: the backup of a removal is the text after it, and comes first: whatever cuts this short, what was removed
    // stands in neither file once the removal is done.
    const backup = isRemoval ? nextText : text;
    if (backup !== null) {
      const backedUp = await files.write(backupName, backup);
      if (!backedUp.ok) return backedUp;
    }
    const written = await files.write(name, nextText);
    if (!written.ok) return written;
    text = nextText;
    value = next;
    return ok(null);
  };

  const refresh = (): Promise<Result<null>> =>
    // What is spoilt or gone is seen to by the next update, which is alone with it.
    queue(() => catchUp(() => Promise.resolve(ok(null))));

  return ok({
    opening,
    isTooNew: () => isTooNew,
    value: () => value,
    update: (change) => queue(() => files.exclusively(() => update(change))),
    refresh,
    watch: () => files.watch(name, () => void refresh()),
    onTakenOver: (listener) => {
      takenOver = listener;
    },
  });
};

export interface FindDocumentOptions<T> {
  readonly files: ProfileFiles;
  readonly name: string;
  readonly backupName: string;
  readonly schema: GenericSchema<unknown, T>;
  readonly empty: T;
  readonly version: number;
  /** Put behind the name of a file that is set aside. */
  readonly corruptSuffix: () => string;
}

export interface FoundDocument<T> {
  readonly opening: DocumentOpening;
  readonly value: T;
  /** The file's text now; null when there is no file. */
  readonly text: string | null;
}

type FoundFile<T> =
  | { readonly text: string; readonly reading: Exclude<DocumentReading<T>, { kind: 'bad' }> }
  | { readonly keptAs: string | null };

/**
 * Reads a document: from its file, else from its backup, else empty. What can't be understood is set aside, and what is
 * missing put back, while nobody else is at work on it: two who repair at once would set aside what the other has just
 * put right. A document in order is only read.
 */
const findDocument = async <T>(
  options: FindDocumentOptions<T>,
): Promise<Result<FoundDocument<T>>> => {
  const looked = await look(options, false);
  if (!looked.ok) return looked;
  if (looked.value !== null) return ok(looked.value);
  return options.files.exclusively(async () => {
    const repaired = await look(options, true);
    if (!repaired.ok) return repaired;
    if (repaired.value === null) throw new Error(`${options.name} was not repaired.`);
    return ok(repaired.value);
  });
};

/** Null when there is something to repair that may not be. */
const look = async <T>(
  options: FindDocumentOptions<T>,
  mayRepair: boolean,
): Promise<Result<FoundDocument<T> | null>> => {
  const { files, name, backupName, schema, empty, version, corruptSuffix } = options;

  const find = async (fileName: string): Promise<Result<FoundFile<T> | null>> => {
    const text = await files.read(fileName);
    if (!text.ok) return text;
    if (text.value === null) return ok({ keptAs: null });
    const reading = readDocumentText(text.value, schema, version);
    if (reading.kind !== 'bad') return ok({ text: text.value, reading });
    if (!mayRepair) return ok(null);
    const kept = await files.setAside(fileName, corruptSuffix());
    return kept.ok ? ok({ keptAs: kept.value }) : kept;
  };

  const main = await find(name);
  if (!main.ok) return main;
  if (main.value === null) return ok(null);
  if ('reading' in main.value) {
    const { text, reading } = main.value;
    return reading.kind === 'tooNew'
      ? ok({
          opening: { how: 'tooNew', version: reading.version },
          value: reading.value ?? empty,
          text,
        })
      : ok({ opening: { how: 'read' }, value: reading.value, text });
  }

  const backup = await find(backupName);
  if (!backup.ok) return backup;
  if (backup.value === null) return ok(null);
  if ('reading' in backup.value) {
    const { text, reading } = backup.value;
    if (reading.kind === 'tooNew') {
      const opening = { how: 'tooNew', version: reading.version } as const;
      return ok({ opening, value: reading.value ?? empty, text: null });
    }
    if (!mayRepair) return ok(null);
    // Put back at once, so that the next start finds things in order. If that fails, the backup is still there.
    const restored = await files.write(name, text);
    const opening = { how: 'backup', keptAs: main.value.keptAs } as const;
    return ok({ opening, value: reading.value, text: restored.ok ? text : null });
  }

  const keptAs = main.value.keptAs ?? backup.value.keptAs;
  const opening =
    keptAs === null ? ({ how: 'fresh' } as const) : ({ how: 'rebuilt', keptAs } as const);
  return ok({ opening, value: empty, text: null });
};

/** What a document's text turned out to be. */
type DocumentReading<T> =
  | { readonly kind: 'good'; readonly value: T }
  /** Of a newer version; `value` is what this version understands of it, null when nothing. */
  | { readonly kind: 'tooNew'; readonly version: number; readonly value: T | null }
  /** Empty, cut short, not JSON, or of another shape. */
  | { readonly kind: 'bad' };

const envelopeSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  data: v.unknown(),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // As good as no envelope at all.
    return null;
  }
};

const readDocumentText = <T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  version: number,
): DocumentReading<T> => {
  const envelope = v.safeParse(envelopeSchema, parseJson(text));
  if (!envelope.success) return { kind: 'bad' };
  const data = v.safeParse(schema, envelope.output.data);
  if (envelope.output.version > version) {
    const value = data.success ? data.output : null;
    return { kind: 'tooNew', version: envelope.output.version, value };
  }
  return data.success ? { kind: 'good', value: data.output } : { kind: 'bad' };
};

/** How a document was found when it was opened. `keptAs` names what was set aside for the person to look at. */
export type DocumentOpening =
  /** There was no file yet. */
  | { readonly how: 'fresh' }
  | { readonly how: 'read' }
  /** The file was missing or could not be understood; the backup was good. */
  | { readonly how: 'backup'; readonly keptAs: string | null }
  /** Neither the file nor a backup could be understood: started empty. */
  | { readonly how: 'rebuilt'; readonly keptAs: string }
  /** Written by a newer Usher: read as far as it is understood, and never written. */
  | { readonly how: 'tooNew'; readonly version: number };
