import type { GenericSchema } from 'valibot';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import type { DocumentOpening } from './document-opening.ts';
import { readDocumentText } from './read-document-text.ts';
import type { DocumentReading } from './read-document-text.ts';

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
export const findDocument = async <T>(
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
