import type { GenericSchema } from 'valibot';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import { oneAtATime } from '../timing.ts';
import type { DocumentOpening } from './document-opening.ts';
import { findDocument } from './find-document.ts';
import { readDocumentText } from './read-document-text.ts';

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
  /** Takes over what other processes write, soon after they did. The answer ends it. */
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
